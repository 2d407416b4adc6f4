import type { Htmx } from "./htmx.ts";
import { startShell } from "./sidebar.ts";
import type { ZafSdk } from "./zaf.ts";

// Both come before this script: the SDK from Zendesk or in the same file, and where htmx is from the build.
declare const ZAFClient: ZafSdk;
declare const HTMX_PATH: string;

startShell(ZAFClient, async (): Promise<Htmx> => (await import(HTMX_PATH)).default);
