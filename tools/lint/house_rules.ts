/** The lint plugin with the rules of this house; deno.json names it. */
import { fileName, noBarrel } from "./files.ts";
import { htmxAttributes } from "./htmx.ts";
import { denoInMain, importTable } from "./imports.ts";
import { noRawHtml } from "./raw_html.ts";

export default {
  name: "house",
  rules: {
    "import-table": importTable,
    "deno-in-main": denoInMain,
    "htmx-attributes": htmxAttributes,
    "no-raw-html": noRawHtml,
    "no-barrel": noBarrel,
    "file-name": fileName,
  },
} satisfies Deno.lint.Plugin;
