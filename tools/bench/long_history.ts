import { bytesOf, Connection, headerOf } from "./connection.ts";
import type { OurServer } from "./our_server.ts";
import { LONG_HISTORY_EMAIL } from "./people.ts";
import type { Report } from "./report.ts";
import { median, showRounds } from "./statistics.ts";

const REQUESTS = 20;
const COLUMNS = ["", "bytes", "on the wire", "own ms", "Agillic ms"];

/** A page of 10,000 communications: its bytes, and the time that is neither Agillic's nor the network's. */
export async function measureLongHistory(report: Report, server: OurServer): Promise<void> {
  const [request] = server.requests("/communications", [LONG_HISTORY_EMAIL]);
  if (request === undefined) throw new Error("Cannot measure: there is no request to send");
  using connection = await Connection.open(server.port);
  const own: number[] = [];
  const upstream: number[] = [];
  const bytes: number[] = [];
  const onTheWire: number[] = [];
  for (let index = 0; index < REQUESTS; index++) {
    const answer = await connection.send(request);
    const { status, head, body } = answer;
    if (status !== 200) throw new Error(`Cannot measure: the answer has status ${status}`);
    const total = durationOf(head, "total");
    upstream.push(durationOf(head, "agillic"));
    own.push(total - durationOf(head, "agillic"));
    onTheWire.push(body.length);
    bytes.push(bytesOf(answer).length);
  }
  report.table("GET /communications of 10,000 rows", COLUMNS, [
    [
      "a page of 25",
      showRounds(bytes),
      showRounds(onTheWire),
      showRounds(own, 1),
      showRounds(upstream, 1),
    ],
  ]);
  report.expect("A page of 10,000 rows, bytes", Math.max(...bytes), { atMost: 30_000 });
  report.expect("A page of 10,000 rows, our own time in ms", median(own), { atMost: 60 });
}

function durationOf(head: string, name: string): number {
  const timing = headerOf(head, "server-timing") ?? "";
  return Number(new RegExp(`\\b${name};dur=([\\d.]+)`).exec(timing)?.[1]);
}
