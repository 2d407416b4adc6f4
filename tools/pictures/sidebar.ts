/** What agents see, for the README. */
import type { FrameLocator } from "playwright-core";
import type { PictureDesk } from "./desk.ts";
import { type Picture, READABLE, TRAY } from "./picture.ts";

const MINUTE_MS = 60_000;
const ADMIN = 9002;

/** The pictures of the sidebar. */
export const SIDEBAR_PICTURES: readonly Picture[] = [
  {
    name: "sidebar",
    settings: READABLE,
    async pose(desk) {
      await triggerWelcome(desk);
      desk.clock.now += 4 * MINUTE_MS;
      await desk.open("tickets/101");
      return null;
    },
  },
  {
    name: "sidebar-dark",
    look: { ...TRAY, height: 700, dark: true },
    settings: READABLE,
    async pose(desk) {
      return (await desk.open("tickets/104")).locator("#sidebar");
    },
  },
  {
    name: "event",
    look: TRAY,
    settings: READABLE,
    async pose(desk) {
      const sidebar = await triggerWelcome(desk);
      return sidebar.locator("#events");
    },
  },
  {
    name: "history",
    look: { ...TRAY, height: 820 },
    settings: { enable_recipient_view: false, enable_event_trigger_view: false },
    async pose(desk) {
      return (await desk.open("tickets/101")).locator("#sidebar");
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
    settings: { person_data_field_list: "EMAIL", person_data_labels: "EMAIL=E-mail" },
    async pose(desk) {
      const sidebar = await desk.open("tickets/110");
      await sidebar.locator("#create-recipient-trigger").click();
      await sidebar.locator("#recipient").waitFor();
      return (await desk.settled()).locator("#recipient");
    },
  },
  {
    name: "problem",
    look: TRAY,
    settings: READABLE,
    async pose(desk) {
      const sidebar = await desk.open("tickets/101");
      desk.agillic.set({ failNext: 1, failStatus: 500 });
      desk.clock.now += MINUTE_MS;
      await sidebar.locator("#recipient-refresh").click();
      await sidebar.locator("[data-problem=agillic_unavailable]").waitFor();
      return sidebar.locator("#recipient");
    },
  },
  {
    name: "new-ticket",
    look: { width: 1000, height: 560 },
    settings: READABLE,
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
    look: { ...TRAY, height: 1300, scale: 1, agentId: ADMIN },
    settings: {
      ...READABLE,
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
    settings: READABLE,
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

async function triggerWelcome(desk: PictureDesk): Promise<FrameLocator> {
  const sidebar = await desk.open("tickets/101");
  await sidebar.locator("#event-1-open").click();
  await sidebar.locator("#event-1-trigger").click();
  await sidebar.locator("#event-1-result .done").waitFor();
  return sidebar;
}
