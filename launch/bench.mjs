// `npm run bench -- NAME …`: measures one thing. The benches keep their own packages, because they
// install the peers that Postil is compared with.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expectNode, runNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";
import { root } from "./run.mjs";

const folder = join(root, "bench");
const [name = "", ...rest] = process.argv.slice(2);
if (!existsSync(join(folder, `${name}.ts`))) {
  console.error("Say `npm run bench -- NAME`; bench/README.md tells what can be measured.");
  process.exit(2);
}
expectNode();
await installPackages();
await installPackages(folder);
const { code } = await runNode([`bench/${name}.ts`, ...rest], { env: { NODE_ENV: "production" } });
process.exit(code);
