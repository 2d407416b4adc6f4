/** The app's settings in the simulated Admin Center, for the installation guide. */
import type { Picture } from "./picture.ts";

const PAGE = { width: 760, height: 2400 };

/** The beginning of each part of the settings, as the guide goes through them. */
export const SETTINGS_PICTURES: readonly Picture[] = [
  { name: "settings", from: "title", to: "person_data_labels" },
  { name: "settings-events", from: "double_opt_in_event", to: "event_1_resume_event" },
].map(({ name, from, to }) => ({
  name,
  look: PAGE,
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
