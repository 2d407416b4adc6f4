import type { FC } from "hono/jsx";
import type { DeskData } from "../desk_data.ts";
import type { Agent } from "../people.ts";
import { Layout } from "./layout.tsx";

/** Agent Workspace: the queue, the open tabs, the ticket or user in front, and the apps tray. The script fills it. */
export const AgentPage: FC<{ data: DeskData; agent: Agent; agents: readonly Agent[] }> = (
  { data, agent, agents },
) => (
  <Layout title={data.subdomain} script="/host/desk.js">
    <Header agent={agent} agents={agents} />
    <div class="desk" id="desk" data-desk={JSON.stringify(data)}>
      <Queue />
      <div class="workspace">
        <div class="tabs" role="tablist" aria-label="Open tabs" id="tabs" />
        <div class="columns">
          <main id="place" hidden>
            <Properties data={data} />
            <Conversation />
          </main>
          <p id="nothing-open">No tab is in front. Pick a ticket.</p>
          <Tray />
        </div>
      </div>
    </div>
    <div id="toasts" role="status" aria-live="polite" />
  </Layout>
);

const Header: FC<{ agent: Agent; agents: readonly Agent[] }> = ({ agent, agents }) => (
  <header class="bar">
    <strong>Zendesk simulator</strong>
    <form method="post" action="/access/login" id="sign-in">
      <label for="agent">Agent</label>
      <select id="agent" name="agent">
        {agents.map(({ id, name, role, locale }) => (
          <option value={String(id)} selected={id === agent.id}>
            {`${name} (${role}, ${locale})`}
          </option>
        ))}
      </select>
      <input type="hidden" name="return_to" value="/" />
    </form>
    <button type="button" id="dark-mode" aria-pressed="false">Dark mode</button>
    <a href="/admin/apps/settings">App settings</a>
  </header>
);

const Queue: FC = () => (
  <nav class="queue" aria-label="Tickets and customers">
    <button type="button" id="views">Views</button>
    <a href="/agent/tickets/new" id="new-ticket">New ticket</a>
    <h2>Tickets</h2>
    <ul id="ticket-list" />
    <h2>Customers</h2>
    <ul id="user-list" />
  </nav>
);

const Properties: FC<{ data: DeskData }> = ({ data }) => (
  <section class="properties" aria-label="Properties">
    <h1 id="subject" />
    <label for="new-subject" data-shown-for="new_ticket">Subject</label>
    <input id="new-subject" data-shown-for="new_ticket" />
    <label for="requester" data-shown-for="ticket new_ticket">Requester</label>
    <select id="requester" data-shown-for="ticket new_ticket">
      <option value="">Nobody yet</option>
      {data.requesters.map(({ id, name }) => <option value={String(id)}>{name}</option>)}
    </select>
    <form id="email-form">
      <label for="requester-email">E-mail</label>
      <input id="requester-email" autocomplete="off" />
      <button type="submit" id="save-email">Save e-mail</button>
    </form>
    <p id="identities" data-shown-for="user" />
    <p data-shown-for="ticket">
      Status: <span id="status" /> <button type="button" id="solve">Solve</button>
    </p>
  </section>
);

const Conversation: FC = () => (
  <section class="conversation" aria-label="Conversation" data-shown-for="ticket new_ticket">
    <ol id="comments" />
    <form id="reply-form">
      <label for="reply">Reply</label>
      <textarea id="reply" rows={5} />
      <label class="inline">
        <input type="checkbox" id="internal" /> Internal note
      </label>
      <button type="submit" id="submit" class="primary">Submit</button>
    </form>
  </section>
);

const Tray: FC = () => (
  <>
    <div
      id="tray-edge"
      role="separator"
      tabindex={0}
      aria-orientation="vertical"
      aria-label="Width of the apps tray"
      aria-controls="tray"
      aria-valuemin={270}
      aria-valuemax={700}
      aria-valuenow={340}
    />
    <aside id="tray" aria-label="Apps">
      <p class="tray-title">
        <span id="app-title" />
        <button type="button" id="reload-app">Reload app</button>
      </p>
      <div id="frames" />
      <details id="zaf-log">
        <summary>What the app asked</summary>
        <ol id="zaf-messages" />
      </details>
    </aside>
  </>
);
