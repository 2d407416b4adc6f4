import { ConnectionBroken } from "./connection.ts";
import type { CountedFault } from "./switches.ts";

/** The answer with its body spoilt by the first fault that `take` grants, or the answer itself. */
export async function spoilBody(
  answer: Response,
  take: (fault: CountedFault) => boolean,
): Promise<Response> {
  if (take("htmlBodyNext")) {
    return new Response("<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>", {
      headers: { "Content-Type": "text/html; charset=utf-8" },
    });
  }
  if (take("unexpectedShapeNext")) {
    return Response.json({ personData: "unexpected", fields: "unexpected" });
  }
  const { status } = answer;
  const headers = new Headers(answer.headers);
  if (take("emptyBodyNext")) return new Response(null, { status, headers });
  if (take("halfBodyNext")) return new Response(await halfOf(answer), { status, headers });
  if (take("brokenBodyNext")) {
    return new Response(breakAfter(await halfOf(answer)), { status, headers });
  }
  return answer;
}

async function halfOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(await answer.arrayBuffer());
  return body.slice(0, Math.floor(body.length / 2));
}

function breakAfter(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new ConnectionBroken("error reading a body from connection"));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
}
