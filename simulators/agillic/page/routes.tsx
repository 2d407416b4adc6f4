import { Hono } from "hono";
import { html } from "hono/html";
import type { Simulation } from "../simulation.ts";
import { Page } from "./page.tsx";

/** `GET /`: the page for a developer, with forms that drive the control API. */
export function pageRoutes(simulation: Simulation): Hono {
  return new Hono().get("/", (c) => {
    const { instance, calls, switches } = simulation;
    const page = (
      <Page
        recipients={instance.listRecipients()}
        calls={calls.calls}
        switches={switches}
        events={instance.eventNames}
      />
    );
    return c.html(html`<!DOCTYPE html>${page}`);
  });
}
