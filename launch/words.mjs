// `npm run words`: writes the types of the messages, and lists what is wrong with them in each language.

import { writeMessageTypes } from "./message-files.mjs";
import { expectNode } from "./node.mjs";
import { installPackages } from "./packages.mjs";

expectNode();
await installPackages();
writeMessageTypes();
const { COMPLETE, messageFaults } = await import("./message-faults.mjs");
for (const [language, faults] of messageFaults()) {
  const declared = COMPLETE.includes(language) ? " (complete)" : "";
  console.log(`${language}${declared}: ${faults.length} to put right`);
  for (const fault of faults) console.log(`  ${fault}`);
}
