/** The vendor's errors as the app shows them, for the installation guide. */
import { type Picture, TRAY } from "./picture.ts";

/** One picture an error, by the names of the problem table. */
export const ERROR_PICTURES: readonly Picture[] = [
  {
    name: "error-not-found",
    look: TRAY,
    settings: { enable_recipient_creation_view: false },
    pose: async (desk) => (await desk.open("tickets/110")).locator("#recipient"),
  },
  {
    name: "error-404",
    look: TRAY,
    settings: { event_1_name: "dwelcome_event" },
    async pose(desk) {
      const sidebar = await desk.open("tickets/101");
      await sidebar.locator("#event-1-open").click();
      await sidebar.locator("#event-1-trigger").click();
      await sidebar.locator("[data-problem=event_not_valid]").waitFor();
      return sidebar.locator("#event-1");
    },
  },
  {
    name: "error-400",
    look: TRAY,
    async pose(desk) {
      desk.agillic.set({ emailUnique: false });
      return (await desk.open("tickets/107")).locator("#recipient");
    },
  },
  {
    name: "error-403",
    look: TRAY,
    settings: { base64_encoded_token: btoa("agillic-key:mistyped") },
    pose: async (desk) => (await desk.open("tickets/101")).locator("#recipient"),
  },
  {
    name: "error-configuration",
    look: TRAY,
    settings: { double_opt_in_event: null },
    pose: async (desk) => (await desk.open("tickets/110")).locator("#sidebar"),
  },
  {
    name: "error-settings",
    look: TRAY,
    settings: {
      base64_encoded_token: "agillic-key:agillic-secret",
      email_person_data_field: "email",
    },
    pose: async (desk) => (await desk.open("tickets/101")).locator("#recipient"),
  },
];
