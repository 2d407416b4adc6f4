/** A text that could stand in a program by mistake; places in UTF-16 units. */
export type Change = { start: number; end: number; to: string };

const OPERATORS: Record<string, string> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "&&": "||",
  "||": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "+=": "-=",
  "-=": "+=",
};

/** Whose literals are names, types or directives. */
const WITHOUT_VALUE = /^(Import|ExportAll|ExportNamed|TS|TaggedTemplate|ExpressionStatement)/;

/**
 * Reports, as JSON in the message, each small change that a test should notice. A lint rule, because
 * the linter has a parser that knows where each node is.
 */
const change: Deno.lint.Rule = {
  create(context) {
    const { text } = context.sourceCode;
    const textOf = ({ range: [start, end] }: Deno.lint.Node) => text.slice(start, end);

    function report([start, end]: Deno.lint.Range, to: string): void {
      const message: Change = { start, end, to };
      context.report({ range: [start, end], message: JSON.stringify(message) });
    }

    function reportOperator(
      { left, operator }: { left: Deno.lint.Node; operator: string },
    ): void {
      const to = OPERATORS[operator];
      const start = text.indexOf(operator, left.range[1]);
      if (to !== undefined) report([start, start + operator.length], to);
    }

    function isNoValue(node: Deno.lint.Node): boolean {
      const parent = context.sourceCode.getAncestors(node).at(-1);
      return parent === undefined || WITHOUT_VALUE.test(parent.type) ||
        parent.type === "Property" && parent.key === node;
    }

    return {
      BinaryExpression: reportOperator,
      AssignmentExpression: reportOperator,
      LogicalExpression(node) {
        // Without its other side: beside && and || it could not stand.
        if (node.operator === "??") report(node.range, textOf(node.left));
        else reportOperator(node);
      },
      UnaryExpression({ operator, range: [start] }) {
        if (operator === "!" || operator === "-") report([start, start + 1], "");
      },
      Literal(node) {
        if (isNoValue(node)) return;
        const { range, value } = node;
        if (typeof value === "boolean") report(range, String(!value));
        else if (typeof value === "string" && value !== "") report(range, '""');
        else if (typeof value === "number") {
          // The linter takes 1_000 for no number.
          const number = Number(textOf(node).replaceAll("_", ""));
          report(range, String(number + 1));
          report(range, String(number - 1));
        }
      },
      TemplateLiteral(node) {
        if (textOf(node) !== "``" && !isNoValue(node)) report(node.range, "``");
      },
      ConditionalExpression({ consequent, alternate }) {
        const between = text.slice(consequent.range[1], alternate.range[0]);
        const swapped = textOf(alternate) + between + textOf(consequent);
        report([consequent.range[0], alternate.range[1]], swapped);
      },
      IfStatement({ test }) {
        report(test.range, "true");
        report(test.range, "false");
      },
      ReturnStatement({ argument, range }) {
        if (argument) report(range, "return;");
      },
      ArrowFunctionExpression({ body }) {
        if (body.type !== "BlockStatement") report(body.range, "undefined");
      },
      ExpressionStatement({ expression, range }) {
        if (expression.type !== "Literal") report(range, ";");
      },
    };
  },
};

export default { name: "mutate", rules: { change } } satisfies Deno.lint.Plugin;
