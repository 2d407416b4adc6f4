import { z } from "zod";

const translation = z.object({
  app: z.object({ parameters: z.record(z.string(), z.object({ label: z.string() })) }),
});

/** The settings' labels as Zendesk shows them, by parameter; read when a setting is faulty. `language`: one of ours. */
export async function listSettingLabels(language: string): Promise<ReadonlyMap<string, string>> {
  const file = `../../app-shell/package/translations/${language}.json`;
  const { app } = translation.parse((await import(file, { with: { type: "json" } })).default);
  return new Map(Object.entries(app.parameters).map(([name, { label }]) => [name, label]));
}
