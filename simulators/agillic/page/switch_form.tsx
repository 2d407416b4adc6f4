import type { Child } from "hono/jsx";
import { findSwitchKind } from "../switch_table.ts";
import type { Switches } from "../switches.ts";

/** Every switch with its present value, as one form. */
export function SwitchForm({ switches }: { switches: Readonly<Switches> }): Child {
  return (
    <form method="post" action="/_simulator/switches">
      <h2>Switches</h2>
      <div class="switches">
        {Object.entries(switches).map(([name, value]) => <SwitchField name={name} value={value} />)}
      </div>
      <button type="submit">Set switches</button>
    </form>
  );
}

function SwitchField({ name, value }: { name: string; value: unknown }) {
  const kind = findSwitchKind(name);
  return (
    <label title={kind?.wanted ?? ""}>
      {name}
      {kind?.options
        ? (
          <select name={name}>
            {kind.options.map((option) => (
              <option value={String(option)} selected={option === value}>
                {option === "" ? "(empty)" : String(option)}
              </option>
            ))}
          </select>
        )
        : <input name={name} value={formatSwitch(value)} autocomplete="off" />}
    </label>
  );
}

function formatSwitch(value: unknown): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
