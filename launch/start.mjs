// `npm start` and `npm run dev`: whatever is missing is made first, then the server takes over.
// Plain JavaScript, because the machine's own Node may be old.

import { expectNode, runNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";
import { buildPages } from "./pages.mjs";

const isDevelopment = process.argv.includes("--dev");

expectNode();
await installPackages();
if (!isDevelopment) await buildPages();
const { code } = await runNode(
  // with the 16 MiB that V8 takes by itself, what is thrown away fills memory long before it is collected
  ["--max-semi-space-size=8", "server/main.ts", ...(isDevelopment ? ["--dev"] : [])],
  {
    env: {
      NODE_ENV: isDevelopment ? "development" : "production",
      // what was compiled once is read from the second start on: twice as fast, and 30 MB smaller
      NODE_COMPILE_CACHE: "node_modules/.cache/compiled",
    },
  },
);
process.exit(code);
