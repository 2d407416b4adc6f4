import htmx from "htmx.org/dist/htmx.esm.min.js";
import { startShell } from "./sidebar.ts";
import type { ZafSdk } from "./zaf.ts";

// The SDK, which comes before this script: from Zendesk, or in the same file.
declare const ZAFClient: ZafSdk;

startShell(ZAFClient, htmx);
