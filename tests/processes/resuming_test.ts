import { assertEquals } from "@std/assert";
import { DEVELOPMENT_WEBHOOK_SECRET } from "../../simulators/zendesk/settings.ts";
import { actionIn } from "../journeys/answers.ts";
import { openAccount, signIn } from "./account.ts";
import { startServer, until } from "./server_process.ts";

const METTE = "mette@example.dk";

Deno.test("a server that starts resumes at once what has become due before it", async () => {
  await using account = await openAccount();
  account.zendesk.configure({ event_3_resume_event: "resume_communication" });
  const env = { ...account.env, WEBHOOK_SECRETS: DEVELOPMENT_WEBHOOK_SECRET };
  const counts = () =>
    ["pause_communication", "resume_communication"]
      .map((event) => account.agillic.achieved(METTE, event));
  {
    await using server = await startServer(env);
    const agent = await signIn(account, server.origin);
    const html = await (await agent.get(server.origin, "/events")).text();
    await agent.post(server.origin, "/events/3", actionIn(html, "event-3"));
  }
  {
    // It notes that the ticket is solved, and triggers nothing.
    await using server = await startServer({ ...env, READ_ONLY: "1" });
    const { headers, body } = await account.zendesk.signWebhook(101, {
      body: { status: "solved" },
    });
    const url = `${server.origin}/hooks/zendesk`;
    const { status } = await fetch(url, { method: "POST", headers, body });
    assertEquals([status, counts()], [204, [1, 0]]);
  }
  await using _server = await startServer(env);
  await until(() => counts()[1] === 1);
});
