// `npm run check`: tells within seconds whether a change may leave the house.

import { runChecks } from "./checks.mjs";
import { expectNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";

expectNode();
await installPackages();
const { isGood } = await runChecks({ quick: true });
process.exit(isGood ? 0 : 1);
