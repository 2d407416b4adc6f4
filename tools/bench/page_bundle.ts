import config from "../../deno.json" with { type: "json" };

/** The pages that are compared with ours. */
export type PageName = "react" | "garden";

const PAGES = new URL("pages/", import.meta.url);
// Garden is for React up to 18.
const REACT: Record<PageName, string> = { react: "19.3.1", garden: "18.3.1" };
const GARDEN = "9.16.0";
const GARDEN_PACKAGES = ["buttons", "loaders", "tags", "theming", "typography"];

// Only for the comparison, so not among the imports of the product.
function configOf(page: PageName) {
  const react = REACT[page];
  return {
    imports: {
      "react": `npm:react@${react}`,
      "react/jsx-runtime": `npm:react@${react}/jsx-runtime`,
      "react-dom": `npm:react-dom@${react}`,
      "react-dom/client": `npm:react-dom@${react}/client`,
      "styled-components": "npm:styled-components@6.6.0",
      "zendesk_app_framework_sdk": config.imports.zendesk_app_framework_sdk,
      ...Object.fromEntries(
        GARDEN_PACKAGES.map((each) => `@zendeskgarden/react-${each}`)
          .map((name) => [name, `npm:${name}@${GARDEN}`]),
      ),
    },
    compilerOptions: { jsx: "react-jsx", jsxImportSource: "react" },
  };
}

/** Bundles and minifies a page into `folder`, as `app.js`, with its packages from npm. */
export async function bundlePage(page: PageName, folder: string): Promise<void> {
  await Deno.mkdir(folder);
  await Deno.copyFile(new URL(`${page}_page.jsx.txt`, PAGES), `${folder}/page.jsx`);
  await Deno.copyFile(new URL("answers.js.txt", PAGES), `${folder}/answers.js`);
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(configOf(page)));
  const bundling = new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--minify", "--platform=browser", "--output=app.js", "page.jsx"],
    cwd: folder,
  });
  const { success, stderr } = await bundling.output();
  if (success) return;
  throw new Error(`Cannot bundle the ${page} page: ${new TextDecoder().decode(stderr)}`);
}
