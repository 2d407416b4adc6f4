import { importedPath, isTest, repositoryPath } from "./paths.ts";

/** Who may import whom: `never` lists folders and files, `packages` the only packages allowed. */
type Row = { from: string; never: string[]; packages?: RegExp; testsToo?: true };

// The first row that fits a file decides.
const TABLE: Row[] = [
  {
    from: "views/",
    never: ["server/", "simulators/", "app-shell/", "tests/"],
    packages: /^hono\/jsx(\/|$)/,
  },
  {
    from: "server/agillic/",
    never: ["server/zendesk/", "server/actions/", "server/routes/", "server/commands/", "views/"],
  },
  {
    from: "server/zendesk/",
    never: ["server/agillic/", "server/actions/", "server/routes/", "server/commands/", "views/"],
  },
  {
    from: "server/actions/",
    never: ["server/agillic/", "server/zendesk/", "server/routes/", "server/commands/", "views/"],
  },
  // Shared by a route and a command: it finds, they word.
  { from: "server/checks/", never: ["server/routes/", "server/commands/", "views/"] },
  { from: "server/", never: ["simulators/", "tests/"] },
  // They would agree with the server's mistakes, so their tests keep apart too.
  { from: "simulators/", never: ["server/", "views/"], testsToo: true },
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
  const folder = row.never.find((prefix) => imported.startsWith(prefix));
  return folder !== undefined && !imported.startsWith(row.from) &&
    `Cannot import ${imported} in ${row.from}: it does not know ${folder}`;
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
