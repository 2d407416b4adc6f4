import ZAFClient from "zendesk_app_framework_sdk";
import { startShell } from "./sidebar.ts";

startShell(ZAFClient);
