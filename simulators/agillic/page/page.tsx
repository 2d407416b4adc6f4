import type { Child } from "hono/jsx";
import type { Call } from "../call_log.ts";
import { coverage } from "../coverage.ts";
import type { Recipient } from "../model.ts";
import type { Switches } from "../switches.ts";
import { RecipientEntry } from "./recipient_entry.tsx";
import { SwitchForm } from "./switch_form.tsx";
import { css } from "./style.ts";
import { formatTime } from "./time.ts";

/** What the simulator's page shows. */
export type PageProps = {
  recipients: readonly Recipient[];
  calls: readonly Call[];
  switches: Readonly<Switches>;
  events: readonly string[];
};

const shownCalls = 25;

/** The page of the simulator: recipients, latest calls, switches, and what is played. */
export function Page({ recipients, calls, switches, events }: PageProps): Child {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Agillic simulator</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>Agillic simulator</h1>
        <p>
          A stand-in for the Agillic REST API, for development. Events: {events.join(", ")}.
        </p>
        <form method="post" action="/_simulator/reset">
          <a href="/">Refresh</a>
          <button type="submit">Start over</button>
        </form>
        <form method="post" action="/_simulator/revoke-tokens">
          <button type="submit">Revoke all bearer tokens</button>
        </form>
        <h2>Recipients</h2>
        {recipients.map((recipient) => <RecipientEntry recipient={recipient} />)}
        <form method="post" action="/_simulator/recipients">
          <label>
            EMAIL <input name="EMAIL" required />
          </label>
          <label>
            FIRSTNAME <input name="FIRSTNAME" />
          </label>
          <button type="submit">Add recipient</button>
        </form>
        <Calls calls={calls} />
        <SwitchForm switches={switches} />
        <CoverageTable />
      </body>
    </html>
  );
}

function Calls({ calls }: { calls: readonly Call[] }) {
  return (
    <>
      <h2>Latest calls</h2>
      {calls.length === 0 && <p>None yet.</p>}
      <table>
        <tbody>
          {calls.slice(-shownCalls).reverse().map(({ at, method, path, outcome }) => (
            <tr>
              <td>{formatTime(at)}</td>
              <td>{outcome}</td>
              <td>{method}</td>
              <td>{path}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CoverageTable() {
  return (
    <>
      <h2>What is played</h2>
      <table>
        <thead>
          <tr>
            <th>Call</th>
            <th>Known from</th>
            <th>Played</th>
            <th>Not played</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ call, mark, simulated, notSimulated }) => (
            <tr>
              <td>{call}</td>
              <td>{mark}</td>
              <td>{simulated}</td>
              <td>{notSimulated}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
