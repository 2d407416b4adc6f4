import { importedPath, isTest, repositoryPath } from "./paths.ts";

/** Who may import whom: besides itself a folder has what `may` lists, and of packages only those that `packages` allows. */
type Row = { from: string; may: string[]; packages?: RegExp; testsToo?: true };

/** No room but the routes knows of HTTP. */
const NO_HONO = /^(jose|zod|node:.*)$/;

/** What every room of the server may know. */
const FOUNDATION = [
  "contract/",
  "server/address.ts",
  "server/result.ts",
  "server/sealing.ts",
  "server/problems.ts",
  "server/credentials.ts",
  "server/delay.ts",
];

// The first row that fits a file decides.
const TABLE: Row[] = [
  { from: "contract/", may: [], packages: /^$/ },
  { from: "views/", may: ["contract/"], packages: /^hono\/jsx(\/|$)/ },
  { from: "app-shell/frame/", may: ["contract/"], packages: /^$/ },
  { from: "app-shell/package/", may: ["contract/"] },
  { from: "app-shell/", may: [] },
  { from: "server/agillic/", may: ["server/address.ts"], packages: NO_HONO },
  { from: "server/zendesk/", may: FOUNDATION, packages: NO_HONO },
  {
    from: "server/installation/",
    may: [...FOUNDATION, "server/zendesk/", "app-shell/package/translations/"],
    packages: NO_HONO,
  },
  { from: "server/history/", may: ["contract/", "server/agillic/"], packages: NO_HONO },
  { from: "server/actions/", may: FOUNDATION, packages: /^(jose|zod|postgres|node:.*)$/ },
  // Shared by a route and a command: it finds, they word.
  {
    from: "server/checks/",
    may: [...FOUNDATION, "deno.json", "server/agillic/", "server/installation/", "server/actions/"],
  },
  // Joins the rooms, and knows nothing of HTTP.
  {
    from: "server/parts/",
    may: ["contract/", "server/", "views/"],
    packages: /^hono\/(jsx\/jsx-runtime|utils\/http-status)$/,
  },
  {
    from: "server/commands/",
    may: ["contract/", "server/", "views/", "app-shell/package/", "deno.json"],
  },
  { from: "server/", may: ["contract/", "server/", "views/"] },
  // They would agree with the server's mistakes, so their tests keep apart too.
  { from: "simulators/", may: [], testsToo: true },
];

// Nothing composes the one that composes.
const ONLY_STARTED = "server/main.ts";

/** Rejects imports that the table of the architecture does not have. */
export const importTable: Deno.lint.Rule = {
  create(context) {
    const importer = repositoryPath(context.filename);
    const row = TABLE.find(({ from }) => importer.startsWith(from));

    function check(node: Deno.lint.Node, specifier: unknown): void {
      if (typeof specifier !== "string") return;
      const imported = importedPath(importer, specifier);
      const message =
        (imported === ONLY_STARTED && `Cannot import ${ONLY_STARTED}: it is started`) ||
        (row !== undefined && (row.testsToo || !isTest(importer)) &&
          refusal(row, specifier, imported));
      if (message) context.report({ node, message });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ImportExpression: (node) =>
        check(node, node.source.type === "Literal" ? node.source.value : null),
    };
  },
};

function refusal(row: Row, specifier: string, imported: string | null): string | false {
  if (imported === null) {
    return row.packages !== undefined && !row.packages.test(specifier) &&
      `Cannot import ${specifier} in ${row.from}: it has ${row.packages.source} only`;
  }
  const isFree = [row.from, ...row.may].some((prefix) => imported.startsWith(prefix));
  return !isFree && `Cannot import ${imported} in ${row.from}: the import table does not have it`;
}

const MAY_TOUCH_DENO = /^server\/(main\.ts|commands\/)/;
const PURE = /^(server|views)\//;

/** Rejects `Deno.…` as a value where it must come through options; types are free. */
export const denoInMain: Deno.lint.Rule = {
  create(context) {
    const path = repositoryPath(context.filename);
    if (!PURE.test(path) || MAY_TOUCH_DENO.test(path) || isTest(path)) return {};
    return {
      MemberExpression(node) {
        const { object } = node;
        if (object.type !== "Identifier" || object.name !== "Deno") return;
        const message =
          "Cannot use Deno here: server/main.ts and server/commands/ pass what is needed";
        context.report({ node, message });
      },
    };
  },
};
