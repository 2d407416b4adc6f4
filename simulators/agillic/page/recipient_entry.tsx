import type { Child } from "hono/jsx";
import type { Communication, EventCounter, Recipient } from "../model.ts";
import { formatTime } from "./time.ts";

const shownCommunications = 12;

/** One recipient: Person Data, events, the latest communications, and what can be done by hand. */
export function RecipientEntry({ recipient }: { recipient: Recipient }): Child {
  const { personData, communications, counters } = recipient;
  const id = personData.AGILLIC_ID ?? "";
  const path = `/_simulator/recipients/${encodeURIComponent(id)}`;
  const latest = communications.map((communication, number) => ({ communication, number }))
    .slice(-shownCommunications).reverse();
  return (
    <details>
      <summary>
        {personData.EMAIL ?? id} <small>{communications.length} communications</small>
      </summary>
      <dl>
        {Object.entries(personData).map(([name, value]) => <Entry name={name} value={value} />)}
        {[...counters].map(([event, counter]) => (
          <Entry name={`Event ${event}`} value={describeCounter(counter)} />
        ))}
      </dl>
      <Deed action={`${path}/click-double-opt-in`} label="Click the double opt-in" />
      <form method="post" action={`${path}/communications`}>
        <label>
          Name <input name="name" required />
        </label>
        <label>
          Channel <input name="channel" value="EMAIL" required />
        </label>
        <button type="submit">Add communication</button>
      </form>
      <form method="post" action={`${path}/history`}>
        <label>
          Count <input name="count" type="number" min="1" max="100000" required />
        </label>
        <button type="submit">Add history</button>
      </form>
      <table>
        <tbody>
          {latest.map(({ communication, number }) => (
            <CommunicationRow
              communication={communication}
              path={`${path}/communications/${number}`}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function describeCounter({ count, total, context }: EventCounter): string {
  const achieved = `achieved ${total} times, counter at ${count}`;
  return context ? `${achieved}, last with ${JSON.stringify(context)}` : achieved;
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function CommunicationRow({ communication, path }: { communication: Communication; path: string }) {
  return (
    <tr>
      <td>{formatTime(communication.sentAt)}</td>
      <td>{communication.channel}</td>
      <td>{communication.name}</td>
      <td>{describeActivity(communication)}</td>
      <td>
        <Deed action={`${path}/open`} label="Open" />
        <Deed action={`${path}/click`} label="Click" />
        <Deed action={`${path}/bounce`} label="Bounce" />
      </td>
    </tr>
  );
}

function Deed({ action, label }: { action: string; label: string }) {
  return (
    <form method="post" action={action}>
      <button type="submit">{label}</button>
    </form>
  );
}

function describeActivity({ openedAt, clickedAt, bouncedAt }: Communication): string {
  if (bouncedAt !== undefined) return "bounced";
  if (clickedAt !== undefined) return "clicked";
  return openedAt === undefined ? "" : "opened";
}
