import { Hono } from "hono";
import type { DeskEnv } from "./desk_env.ts";
import { type Field, SettingsPage } from "./pages/settings_page.tsx";
import { configure } from "./control.ts";
import type { Simulation } from "./simulation.ts";

/** Where an administrator fills in the app's settings. The real one asks for the role; this one lets everybody in. */
export function createSettingsRoutes(simulation: Simulation): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/admin/apps/settings", (c) => {
    const fields = settingsFields(simulation, simulation.settings, []);
    return c.html(
      <SettingsPage
        app={simulation.installation.name}
        fields={fields}
        saved={c.req.query("saved") !== undefined}
      />,
    );
  });

  app.post("/admin/apps/settings", async (c) => {
    const form = await c.req.parseBody();
    const changes = readForm(simulation, form);
    const settings = { ...simulation.settings, ...changes };
    const missing = simulation.installation.parameters
      .filter(({ name, required }) => required && String(settings[name] ?? "").trim() === "")
      .map(({ name }) => name);
    if (missing.length > 0) {
      const fields = settingsFields(simulation, settings, missing);
      const page = (
        <SettingsPage app={simulation.installation.name} fields={fields} saved={false} />
      );
      return c.html(page, 422);
    }
    configure(simulation, changes);
    return c.redirect("/admin/apps/settings?saved", 303);
  });

  return app;
}

/** A secure field left empty keeps its value; a checkbox that is not sent is off. */
function readForm(
  { installation }: Simulation,
  form: Readonly<Record<string, unknown>>,
): Record<string, string | boolean> {
  const changes: Record<string, string | boolean> = { title: String(form.title ?? "") };
  for (const { name, type, secure } of installation.parameters) {
    const value = form[name];
    if (type === "checkbox") changes[name] = value !== undefined;
    else if (secure && (value === undefined || value === "")) continue;
    else changes[name] = String(value ?? "");
  }
  return changes;
}

function settingsFields(
  { installation, translations }: Simulation,
  settings: Readonly<Record<string, string | boolean>>,
  missing: readonly string[],
): Field[] {
  const title: Field = {
    name: "title",
    type: "text",
    label: "Title",
    help: "Shown to agents above the app.",
    value: settings.title ?? "",
    secure: false,
    required: false,
    filled: true,
    missing: false,
  };
  const parameters = installation.parameters.filter(({ type }) => type !== "hidden").map(
    (parameter) => {
      const { name, type, secure, required } = parameter;
      const value = settings[name] ?? parameter.default ?? "";
      return {
        name,
        type,
        secure,
        required,
        label: translated(translations, name, "label") ?? name,
        help: translated(translations, name, "helpText") ?? "",
        value: secure ? "" : value,
        filled: value !== "",
        missing: missing.includes(name),
      };
    },
  );
  return [title, ...parameters];
}

function translated(translations: unknown, name: string, word: string): string | null {
  let found: unknown = translations;
  for (const key of ["app", "parameters", name, word]) {
    if (typeof found !== "object" || found === null) return null;
    found = Object.entries(found).find(([entry]) => entry === key)?.[1];
  }
  return typeof found === "string" ? found : null;
}
