import type { Locator } from "playwright-core";
import type { DeskLook, PictureDesk } from "./desk.ts";

/** One picture: its file's name in docs/pictures, how the desk looks, and what is done before it is taken. */
export type Picture = {
  name: string;
  look?: DeskLook;
  /** Settings of the app laid over those of the simulator; null takes one away. */
  settings?: Record<string, string | boolean | null>;
  /** Answers what is in the picture; null for the whole page. */
  pose(desk: PictureDesk): Promise<Locator | null>;
};

/** The beginning of the page, wide enough to stay out of the tray's way, and sharp. */
export const TRAY: DeskLook = { width: 1000, height: 1000, scale: 2 };

/** Settings as an administrator would choose them: few fields, a label for each, two events. */
export const READABLE: NonNullable<Picture["settings"]> = {
  person_data_field_list:
    "FIRSTNAME, LASTNAME, EMAIL, CITY, CUSTOMER_SINCE, EMAIL_PERMISSION, LOYALTY_POINTS, MEMBER",
  person_data_labels:
    "FIRSTNAME=First name, LASTNAME=Last name, EMAIL=E-mail, CITY=City, CUSTOMER_SINCE=Customer since, EMAIL_PERMISSION=E-mail permission, LOYALTY_POINTS=Points, MEMBER=Member",
  event_3_name: null,
  event_3_label: null,
  event_3_description: null,
};
