import { fileURLToPath } from "node:url";
import config from "../../deno.json" with { type: "json" };

const REACT = "19.3.1";

// Only for the comparison, so not among the imports of the product.
const CONFIG = {
  imports: {
    "react": `npm:react@${REACT}`,
    "react/jsx-runtime": `npm:react@${REACT}/jsx-runtime`,
    "react-dom/client": `npm:react-dom@${REACT}/client`,
    "zendesk_app_framework_sdk": config.imports.zendesk_app_framework_sdk,
  },
  compilerOptions: { jsx: "react-jsx", jsxImportSource: "react" },
};

/** Bundles and minifies the React page into `folder`, as `app.js`, from npm. */
export async function bundleReactPage(folder: string): Promise<void> {
  const page = fileURLToPath(new URL("react_page.jsx.txt", import.meta.url));
  await Deno.copyFile(page, `${folder}/page.jsx`);
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(CONFIG));
  const bundling = new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--minify", "--platform=browser", "--output=app.js", "page.jsx"],
    cwd: folder,
  });
  const { success, stderr } = await bundling.output();
  if (success) return;
  throw new Error(`Cannot bundle the React page: ${new TextDecoder().decode(stderr)}`);
}
