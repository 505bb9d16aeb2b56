// `npm run postil -- COMMAND`, and backup and restore by themselves: fetches what is missing, and hands on.

import { expectNode, runNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";

expectNode();
await installPackages();
const { code } = await runNode(["server/command.ts", ...process.argv.slice(2)]);
process.exit(code);
