import { z } from "zod";

const translation = z.object({
  app: z.object({ parameters: z.record(z.string(), z.object({ label: z.string() })) }),
});

// Read only when a setting is faulty; the specifiers are literal so that a deployment includes the files.
const files: Record<string, () => Promise<unknown>> = {
  en: async () =>
    (await import("../../app-shell/package/translations/en.json", { with: { type: "json" } }))
      .default,
  da: async () =>
    (await import("../../app-shell/package/translations/da.json", { with: { type: "json" } }))
      .default,
  sv: async () =>
    (await import("../../app-shell/package/translations/sv.json", { with: { type: "json" } }))
      .default,
  no: async () =>
    (await import("../../app-shell/package/translations/no.json", { with: { type: "json" } }))
      .default,
  de: async () =>
    (await import("../../app-shell/package/translations/de.json", { with: { type: "json" } }))
      .default,
};

/** The settings' labels as Zendesk shows them, by parameter. */
export async function listSettingLabels(language: string): Promise<ReadonlyMap<string, string>> {
  const read = files[language] ?? files.en;
  const { app } = translation.parse(await read?.());
  return new Map(Object.entries(app.parameters).map(([name, { label }]) => [name, label]));
}
