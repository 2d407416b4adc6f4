import { repositoryPath } from "./paths.ts";

/** Rejects files that only export what others define; a table of modules names each as a namespace. */
export const noBarrel: Deno.lint.Rule = {
  create(context) {
    return {
      Program(node) {
        const body = node.body.filter((statement) => statement.type !== "ImportDeclaration");
        if (body.length === 0 || !body.every(exportsOthers)) return;
        context.report({ node, message: "Cannot only re-export: import from where it is defined" });
      },
    };
  },
};

function exportsOthers(statement: Deno.lint.Node): boolean {
  return statement.type === "ExportAllDeclaration" && statement.exported === null ||
    statement.type === "ExportNamedDeclaration" && statement.declaration === null;
}

const NAMES_NOTHING = /(^|\/|_)(utils?|helpers?|common|lib)(?=\/|_test\.|\.)/;
const SNAKE_CASE = /^[a-z][a-z0-9_]*(\.d)?\.[jt]sx?$/;

/** Rejects names that say nothing, and names that are not in snake_case. */
export const fileName: Deno.lint.Rule = {
  create(context) {
    return {
      Program(node) {
        const path = repositoryPath(context.filename);
        const name = path.slice(path.lastIndexOf("/") + 1);
        const vague = NAMES_NOTHING.exec(path)?.[2];
        if (vague) {
          context.report({ node, message: `Cannot call it ${vague}: say what it is about` });
        } else if (!SNAKE_CASE.test(name)) {
          context.report({ node, message: `Cannot call it ${name}: file names are in snake_case` });
        }
      },
    };
  },
};
