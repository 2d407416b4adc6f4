/** The app's settings in the simulated Admin Center, for the installation guide. */
import { type Picture, READABLE } from "./picture.ts";

const PAGE = { width: 760, height: 1400 };

/** The settings in two parts, as the guide goes through them. */
export const SETTINGS_PICTURES: readonly Picture[] = [
  { name: "settings", from: "title", to: "person_data_labels" },
  { name: "settings-events", from: "double_opt_in_event", to: "agillic_environment" },
].map(({ name, from, to }) => ({
  name,
  look: PAGE,
  settings: READABLE,
  async pose(desk) {
    await desk.goTo("/admin/apps/settings");
    // What is before and after goes, so that the rest is one element.
    await desk.page.evaluate(([first, last]) => {
      const rows = [...document.querySelectorAll("[data-setting]")];
      const indexOf = (setting: string | undefined) =>
        rows.findIndex((row) => row.getAttribute("data-setting") === setting);
      const [start, end] = [indexOf(first), indexOf(last)];
      rows.forEach((row, index) => row.toggleAttribute("hidden", index < start || index > end));
    }, [from, to]);
    return desk.page.locator("form.settings");
  },
}));
