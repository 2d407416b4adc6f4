/** What an agent does in a day, for everybody and in every part. */
import type { Place, TestApp } from "../app_fixture.ts";
import { linksOf } from "./answers.ts";

/** Everybody whom the simulator knows, and one whom it does not. */
const PEOPLE: Place[] = [
  { "Requester-Email": "mette@example.dk", "Requester-Id": "501" },
  { "Requester-Email": "Mette@Example.DK", "Requester-Id": "501" },
  { "Requester-Email": "søren+nyhed@example.dk", "Requester-Id": "506" },
  { "Requester-Email": "o'brien/kent@example.ie", "Requester-Id": "508" },
  { "Requester-Email": "script@example.dk", "Requester-Id": "509" },
  { "Requester-Email": "busy@example.dk", "Requester-Id": "505" },
  { "Requester-Email": "nobody@example.dk", "Requester-Id": "510" },
  {
    "Requester-Email": "none@example.dk",
    "Requester-Id": "511",
    "Requester-Other-Emails": "private@example.dk mette@example.dk",
  },
  { "Requester-Email": "shared@example.dk", "Requester-Id": "507" },
  { "Requester-Email": "", "Requester-Id": "512" },
];

const PATHS = [
  "/sidebar",
  "/recipient",
  "/events",
  "/communications",
  "/communications?channel=EMAIL",
  "/communications/list?channel=all&find=news",
  "/communications/picture",
  "/setup",
  "/activity",
];

type Answer = { path: string; response: Response; html: string };

/** One agent's day: every fragment for everybody, in good and in bad times. */
export async function spendDay(app: TestApp): Promise<Answer[]> {
  const answers: Answer[] = [];
  const ask = async (path: string, place: Place, headers?: Record<string, string>) => {
    const response = await app.get(
      path,
      {
        "Agent-Name": "Agent Name",
        "Agent-Role": "admin",
        "Requester-Name": "NamedByZendesk",
        ...place,
      },
      headers,
    );
    answers.push({ path, response, html: await response.text() });
    return response;
  };
  for (const emailUnique of [true, false]) {
    app.agillic.set({ emailUnique });
    for (const place of PEOPLE) {
      const first = await ask("/sidebar", place);
      const recipient = first.headers.get("Recipient") ?? "unknown";
      const headers: Record<string, string> = recipient === "unknown"
        ? {}
        : { Recipient: recipient };
      for (const path of PATHS) await ask(path, place, headers);
      const history = answers.findLast(({ path }) => path === "/communications")?.html ?? "";
      for (const link of linksOf(history).filter((link) => link.includes("before="))) {
        await ask(link, place, headers);
      }
    }
  }
  app.agillic.set({ emailUnique: true, down: true });
  for (const path of PATHS) await ask(path, {});
  app.agillic.set({ down: false });
  for (const path of PATHS) await ask(path, {}, { Authorization: "Bearer mette@example.dk" });
  for (const path of PATHS) await ask(path, {}, { Recipient: "mette@example.dk" });
  return answers;
}

/** What is started, so that the actions' lines are in the log too. */
export async function act(app: TestApp): Promise<Response[]> {
  const responses: Response[] = [];
  for (const place of PEOPLE) {
    const html = await (await app.get("/sidebar", place)).text();
    for (const [, path = "", action = ""] of html.matchAll(FORMS)) {
      responses.push(await app.post(path, action, place));
      responses.push(await app.post(path, action, PEOPLE[5]));
    }
    responses.push(await app.post("/events/1", "mette@example.dk", place));
    responses.push(await app.post("/recipient/values/MSISDN", "", place));
  }
  return responses;
}

const FORMS = /<form[^>]* action="([^"]+)".*?name="action" value="([^"]*)"/gs;
