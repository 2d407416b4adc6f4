import { startShell } from "./sidebar.ts";
import type { ZafSdk } from "./zaf.ts";

// Zendesk's own build of the SDK, loaded from Zendesk by the page before this script.
declare const ZAFClient: ZafSdk;

startShell(ZAFClient);
