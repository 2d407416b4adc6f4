import type { Htmx } from "./htmx.ts";
import { startShell } from "./sidebar.ts";
import type { ZafSdk } from "./zaf.ts";

// Both come before this script: the SDK from Zendesk or in the same file, and htmx in it, which runs when it is called.
declare const ZAFClient: ZafSdk;
declare const runHtmx: () => Htmx;

startShell(ZAFClient, runHtmx);
