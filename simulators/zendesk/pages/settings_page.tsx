import type { FC } from "hono/jsx";
import { Layout } from "./layout.tsx";

/** One field of the settings form; `value` is empty for a secure one, which is only ever written. */
export type Field = {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly help: string;
  readonly value: string | boolean;
  readonly secure: boolean;
  readonly required: boolean;
  readonly filled: boolean;
  readonly missing: boolean;
};

/** Admin Center, Apps, the app's settings. */
export const SettingsPage: FC<{ app: string; fields: readonly Field[]; saved: boolean }> = (
  { app, fields, saved },
) => (
  <Layout title={`${app} settings`}>
    <header class="bar">
      <strong>Zendesk simulator</strong>
      <span>Admin Center</span>
      <a href="/">Back to the tickets</a>
    </header>
    <main class="admin">
      <h1>{app}</h1>
      {saved ? <p role="status" class="saved">Settings saved.</p> : null}
      <form method="post" action="/admin/apps/settings" class="settings">
        {fields.map((field) => <Row field={field} />)}
        <button type="submit" class="primary">Update</button>
      </form>
    </main>
  </Layout>
);

const Row: FC<{ field: Field }> = ({ field }) =>
  field.type === "checkbox" ? <CheckboxRow field={field} /> : <TextRow field={field} />;

const CheckboxRow: FC<{ field: Field }> = ({ field }) => (
  <p class="row" data-setting={field.name}>
    <label>
      <input
        type="checkbox"
        id={field.name}
        name={field.name}
        value="1"
        checked={field.value === true}
        aria-describedby={`${field.name}_help`}
      />
      {field.label}
    </label>
    <small id={`${field.name}_help`}>{field.help}</small>
  </p>
);

const TextRow: FC<{ field: Field }> = ({ field }) => (
  <p class="row" data-setting={field.name}>
    <label for={field.name}>
      {field.label}
      {field.required ? <span aria-hidden="true">*</span> : null}
    </label>
    <Control field={field} />
    <small id={`${field.name}_help`}>{field.help}</small>
    {field.missing ? <strong class="error">{field.label} is required.</strong> : null}
  </p>
);

const Control: FC<{ field: Field }> = ({ field }) => {
  const shared = {
    id: field.name,
    name: field.name,
    "aria-describedby": `${field.name}_help`,
    "aria-required": field.required ? "true" : undefined,
    "aria-invalid": field.missing ? "true" : undefined,
  };
  if (field.type === "multiline") return <textarea {...shared} rows={3}>{field.value}</textarea>;
  return (
    <input
      {...shared}
      type={field.secure ? "password" : inputType(field.type)}
      value={String(field.value)}
      autocomplete="off"
      placeholder={field.secure && field.filled ? "Saved. Leave empty to keep it." : undefined}
    />
  );
};

function inputType(type: string): string {
  return type === "number" || type === "url" ? type : "text";
}
