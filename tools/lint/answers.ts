import { isTest, repositoryPath } from "./paths.ts";

const MAKES_ANSWERS = new Set([
  "body",
  "header",
  "html",
  "json",
  "newResponse",
  "redirect",
  "text",
]);

/** Rejects Hono's own ways of answering in the server: they lack the headers that every answer begins with. */
export const answersWithHeaders: Deno.lint.Rule = {
  create(context) {
    const path = repositoryPath(context.filename);
    if (!path.startsWith("server/") || isTest(path)) return {};
    return {
      CallExpression({ callee }) {
        if (callee.type !== "MemberExpression") return;
        const { object, property } = callee;
        if (object.type !== "Identifier" || object.name !== "c") return;
        if (property.type !== "Identifier" || !MAKES_ANSWERS.has(property.name)) return;
        context.report({
          node: callee,
          message: `Cannot use c.${property.name}(): answer by server/answer.ts, with all headers`,
        });
      },
    };
  },
};
