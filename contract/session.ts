/** Where the shell signs in, by a POST through Zendesk's proxy. */
export const SESSION_PATH = "/session";

/** The header of that POST in which Zendesk puts Agillic's credential. */
export const TOKEN_HEADER = "Agillic-Token";

/** The signed claim that names the installation; all others are settings. */
export const INSTALLATION_CLAIM = "installation_id";

/** The status of the answer to a pass that has run out: only a new page has another one. */
export const PASS_EXPIRED_STATUS = 410;

/** The JSON that the shell posts. */
export type SessionRequest = { agentPass: string };

/** The JSON of the answer; `expiresAt` is an ISO 8601 time. */
export type SessionAnswer = { session: string; expiresAt: string };

/** The parameter with Agillic's credential; it travels in a header, and never in a claim. */
export const TOKEN_NAME = "base64_encoded_token";

/** The parameter that signs the settings; it never leaves Zendesk. */
export const SECRET_NAME = "settings_secret";
