/** What agents see, for the README. */
import type { FrameLocator } from "playwright-core";
import type { PictureDesk } from "./desk.ts";
import { type Picture, TRAY } from "./picture.ts";

const MINUTE_MS = 60_000;
const ADMIN = 9002;

/** The pictures of the sidebar. */
export const SIDEBAR_PICTURES: readonly Picture[] = [
  {
    name: "sidebar",
    look: { height: 1320 },
    async pose(desk) {
      await trigger(desk, 1);
      await desk.pass(4 * MINUTE_MS);
      await desk.open("tickets/101");
      return null;
    },
  },
  {
    name: "sidebar-dark",
    look: { ...TRAY, dark: true },
    pose: async (desk) => (await desk.open("tickets/104")).locator("#sidebar"),
  },
  {
    name: "event",
    look: TRAY,
    async pose(desk) {
      const sidebar = await desk.open("tickets/104");
      await sidebar.locator("#event-1-open").click();
      await sidebar.locator("#event-1-trigger").waitFor();
      return sidebar.locator("#events");
    },
  },
  {
    name: "paused",
    look: TRAY,
    pose: async (desk) => (await trigger(desk, 3)).locator("#events"),
  },
  {
    name: "history",
    look: TRAY,
    pose: async (desk) => (await desk.open("tickets/101")).locator("#communications"),
  },
  {
    name: "person-data",
    look: TRAY,
    settings: {
      masked_person_data: "MSISDN, BIRTHDATE",
      target_groups: "Loyal customers\nNewsletter readers\nNear a shop",
      tables: "ORDERS: ORDER_NO, ORDER_DATE, TOTAL, PAID | Orders",
    },
    async pose(desk) {
      const sidebar = await desk.open("tickets/101");
      await sidebar.locator("#groups li").first().waitFor();
      await sidebar.locator("#table-ORDERS").click();
      await sidebar.locator("[data-table=ORDERS] td").first().waitFor();
      return (await desk.settled()).locator("#recipient");
    },
  },
  {
    name: "activity",
    look: TRAY,
    async pose(desk) {
      await trigger(desk, 1);
      await desk.pass(4 * MINUTE_MS);
      const sidebar = await trigger(desk, 3);
      await sidebar.locator("#activity-open").click();
      await sidebar.locator("#activity [data-outcome]").first().waitFor();
      return (await desk.settled()).locator("#sidebar");
    },
  },
  {
    name: "creation",
    look: TRAY,
    async pose(desk) {
      return (await desk.open("tickets/110")).locator("#sidebar");
    },
  },
  {
    name: "created",
    look: TRAY,
    async pose(desk) {
      const sidebar = await desk.open("tickets/110");
      await sidebar.locator("#create-recipient-trigger").click();
      await sidebar.locator("#recipient").waitFor();
      return (await desk.settled()).locator("#sidebar");
    },
  },
  {
    name: "problem",
    look: TRAY,
    async pose(desk) {
      const sidebar = await desk.open("tickets/101");
      desk.agillic.set({ failNext: 1, failStatus: 500 });
      await desk.pass(MINUTE_MS);
      await sidebar.locator("#recipient-refresh").click();
      await sidebar.locator("[data-problem=agillic_unavailable]").waitFor();
      return sidebar.locator("#recipient");
    },
  },
  {
    name: "new-ticket",
    look: { width: 1000, height: 1260 },
    async pose(desk) {
      await desk.goTo("/agent/tickets/new");
      await desk.page.selectOption("#requester", "501");
      const sidebar = await desk.settled();
      await sidebar.locator("#recipient").waitFor();
      return null;
    },
  },
  {
    name: "setup",
    look: { ...TRAY, agentId: ADMIN },
    settings: {
      person_data_field_list: "FIRSTNAME, LASTNAM, EMAIL",
      person_data_labels: "FIRSTNAME=First name",
      event_2_name: "dwelcome_event",
    },
    async pose(desk) {
      await readEnglish(desk);
      const sidebar = await desk.open("tickets/101");
      await sidebar.locator("#setup-open").click();
      await sidebar.locator("#setup-recipient").fill("mette@example.dk");
      await sidebar.locator("#setup-run").click();
      await sidebar.locator("[data-check=event][data-state=red]").waitFor();
      return (await desk.settled()).locator("#sidebar");
    },
  },
  {
    name: "danish",
    look: { ...TRAY, agentId: ADMIN },
    async pose(desk) {
      return (await desk.open("tickets/101")).locator("#recipient");
    },
  },
];

/** The account's administrator reads Danish, the guide's reader English. */
async function readEnglish({ page }: PictureDesk): Promise<void> {
  // Fires before the page's own script, which starts from this element.
  await page.addInitScript(() =>
    document.addEventListener("readystatechange", () => {
      const desk = document.getElementById("desk");
      desk?.setAttribute("data-desk", (desk.dataset.desk ?? "").replaceAll('"da"', '"en-GB"'));
    })
  );
}

async function trigger(desk: PictureDesk, slot: number): Promise<FrameLocator> {
  const sidebar = await desk.open("tickets/101");
  await sidebar.locator(`#event-${slot}-open`).click();
  await sidebar.locator(`#event-${slot}-trigger`).click();
  await sidebar.locator(`#event-${slot}-result .done`).waitFor();
  return sidebar;
}
