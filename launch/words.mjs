// `npm run words`: writes the types of the messages, and lists what other languages lack beside English.

import { COMPLETE, messageFaults, writeMessageTypes } from "./messages.mjs";

writeMessageTypes();
for (const [language, faults] of messageFaults()) {
  const declared = COMPLETE.includes(language) ? ", declared complete" : "";
  console.log(
    `${language}${declared}: ${faults.length === 0 ? "nothing is wrong" : faults.length}`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
}
