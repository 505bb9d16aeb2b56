// `npm start` and `npm run dev`: whatever is missing is made first, then the server takes over.
// Plain JavaScript, because the machine's own Node may be old.

import { expectNode, runNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";
import { buildPages } from "./pages.mjs";

const isDevelopment = process.argv.includes("--dev");

expectNode();
await installPackages();
if (!isDevelopment) await buildPages();
const { code } = await runNode(["server/main.ts", ...(isDevelopment ? ["--dev"] : [])], {
  env: { NODE_ENV: isDevelopment ? "development" : "production" },
});
process.exit(code);
