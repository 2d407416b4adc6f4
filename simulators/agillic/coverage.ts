/** One call of Agillic's API: how surely it is known, and what of it is simulated. */
export type Coverage = { call: string; mark: string; simulated: string; notSimulated: string };

/**
 * Every call of Agillic's API that is simulated, by method and path. Marks: D vendor documentation, A code by Agillic
 * staff, C third-party clients, S a machine-written OpenAPI file, V the vendor's Zendesk article,
 * I inferred, U unknown.
 */
export const coverage = [
  {
    call: "POST /oauth2/token",
    mark: "S, C",
    simulated:
      "client credentials in a form; bearer tokens that expire and can be revoked; 400, 401 or 403",
    notSimulated: "scopes",
  },
  {
    call: "GET /recipients/:id",
    mark: "A, C; 404 C, V; 400 V",
    simulated: "FIELD=value, the bare Recipient ID, AGILLIC_ID; 404, 400 for a field not unique",
    notSimulated: "field projection (S)",
  },
  {
    call: "GET /recipients",
    mark: "D, A",
    simulated: "RSQL with == and != joined by ; and ,",
    notSimulated: "RSQL's other operators, groups and wildcards; paging (U)",
  },
  {
    call: "POST /recipients",
    mark: "D; body U; 409 I",
    simulated: "201, 409 for a taken unique value, 400 for unknown fields and malformed bodies",
    notSimulated: "checks of a value against its field's type (U)",
  },
  {
    call: "POST /recipients/:id/events/:event/:achieveEvent",
    mark: "S, D",
    simulated: "counter, reset, side effects at a count, flows that send later, 404",
    notSimulated: "resets by time",
  },
  {
    call: "POST /recipients/:id/events/:event/:achieveWithContext",
    mark: "A",
    simulated: "as :achieveEvent, with context parameters kept; refusal of unknown ones (U)",
    notSimulated: "types of values (U)",
  },
  {
    call: "GET /recipients/:id/events/:event",
    mark: "200; body U; 404 I",
    simulated: "name and count, 404 for an unknown event",
    notSimulated: "",
  },
  {
    call: "POST /recipients/:id/:listCommunicationHistory",
    mark: "A; order, window and paging U",
    simulated: "dateStart, dateEnd, communicationType; every spelling of an activity",
    notSimulated: "paging and a largest window (U)",
  },
  {
    call: "GET /recipients/:id/oneToManyTables/:table",
    mark: "S; columns U",
    simulated: "EMAIL_STATUS and ORDERS: in an envelope, bare or 204; 404 for an unknown table",
    notSimulated: "mail that EMAIL_STATUS keeps from being sent; paging (U)",
  },
  {
    call: "GET /discovery/persondata",
    mark: "D, C; envelope I",
    simulated: "array, fields and folders",
    notSimulated: "global data",
  },
  {
    call: "GET /recipients/:id/targetGroups",
    mark: "D; shape S",
    simulated: "objects, plain names or an envelope",
    notSimulated: "groups that follow from Person Data",
  },
  {
    call: "GET /discovery/onetomany",
    mark: "D; shape I",
    simulated: "names",
    notSimulated: "",
  },
  {
    call: "GET /discovery/onetomany/:table",
    mark: "D; shape and 404 I",
    simulated: "names, 404 for an unknown table",
    notSimulated: "types",
  },
  {
    call: "GET /discovery/targetgroups",
    mark: "S",
    simulated: "objects, plain names or an envelope",
    notSimulated: "static and global groups",
  },
] as const satisfies readonly Coverage[];

/** A route of the API as `METHOD /pattern`. */
export type RouteKey = (typeof coverage)[number]["call"];
