/** Rejects ways around the escaping of hono/jsx, by which a customer's data would become markup. */
export const noRawHtml: Deno.lint.Rule = {
  create(context) {
    function report(node: Deno.lint.Node, name: string): void {
      context.report({ node, message: `Cannot use ${name}: it does not escape` });
    }
    return {
      ImportSpecifier(node) {
        const { imported } = node;
        if (imported.type !== "Identifier" || imported.name !== "raw") return;
        const declaration = context.sourceCode.getAncestors(node).at(-1);
        if (
          declaration?.type === "ImportDeclaration" && /^hono(\/|$)/.test(declaration.source.value)
        ) report(node, "raw()");
      },
      JSXAttribute(node) {
        if (node.name.type === "JSXIdentifier" && node.name.name === DANGEROUS) {
          report(node, DANGEROUS);
        }
      },
      Property(node) {
        const { key } = node;
        const name = key.type === "Identifier" ? key.name : key.type === "Literal" && key.value;
        if (name === DANGEROUS) report(node, DANGEROUS);
      },
    };
  },
};

const DANGEROUS = "dangerouslySetInnerHTML";
