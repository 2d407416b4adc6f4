/** What htmx 4.0.1 reads itself, without extensions; a test compares it with htmx's source. */
export const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  "hx-get",
  "hx-post",
  "hx-put",
  "hx-patch",
  "hx-delete",
  "hx-query",
  "hx-action",
  "hx-method",
  "hx-trigger",
  "hx-target",
  "hx-swap",
  "hx-swap-oob",
  "hx-select",
  "hx-select-oob",
  "hx-include",
  "hx-vals",
  "hx-headers",
  "hx-encoding",
  "hx-validate",
  "hx-config",
  "hx-sync",
  "hx-disable",
  "hx-indicator",
  "hx-push-url",
  "hx-replace-url",
  "hx-preserve",
  "hx-ignore",
]);

const STATUS = /^hx-status:[1-5](\d\d|\dx|xx)$/;

/** Rejects misspelt `hx-` names, and what the policy of the shell or of Zendesk's iframe stops. */
export const htmxAttributes: Deno.lint.Rule = {
  create(context) {
    function check(node: Deno.lint.Node, name: string, value: string): void {
      const message = refusal(name, value);
      if (message) context.report({ node, message });
    }
    return {
      JSXAttribute: (node) => check(node, attributeName(node.name), startOf(node.value)),
      // `hx-status:4xx` is no JSX name, so such attributes are spread from an object.
      Property: (node) => {
        const { key, value } = node;
        if (key.type === "Literal" && typeof key.value === "string") {
          check(node, key.value, startOf(value));
        }
      },
    };
  },
};

function refusal(name: string, value: string): string | undefined {
  if (!name.startsWith("hx-")) return;
  if (name.startsWith("hx-on")) return `Cannot use ${name}: the policy allows no inline script`;
  if (/:(inherited|append)\b/.test(name)) {
    return `Cannot use ${name}: each element carries its own attributes`;
  }
  if (name === "hx-confirm") return "Cannot use hx-confirm: a sandboxed iframe shows no dialogs";
  if (!KNOWN_ATTRIBUTES.has(name) && !STATUS.test(name)) {
    return `Cannot use ${name}: htmx has no such attribute`;
  }
  if (/^\s*(js|javascript):/i.test(value)) {
    return `Cannot use a script as ${name}: the policy allows no evaluation`;
  }
  if (name === "hx-trigger" && value.includes("[")) {
    return "Cannot filter in hx-trigger: the policy allows no evaluation";
  }
}

function attributeName(name: Deno.lint.JSXAttribute["name"]): string {
  return name.type === "JSXNamespacedName" ? `${name.namespace.name}:${name.name.name}` : name.name;
}

/** The text of a value as far as it is written down, up to the first expression in it. */
function startOf(value: Deno.lint.Node | null): string {
  if (value?.type === "JSXExpressionContainer") return startOf(value.expression);
  if (value?.type === "TemplateLiteral") return value.quasis[0]?.cooked ?? "";
  return value?.type === "Literal" ? String(value.value) : "";
}
