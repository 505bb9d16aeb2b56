// What an operator asks for on the command line: `backup FILE` and `restore FILE`.

import { backup } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import { configOfProcess } from "./config.ts";
import { Refusal } from "./refusal.ts";

const { data } = configOfProcess();

const commands: Readonly<Record<string, (file: string) => Promise<string>>> = {
  backup: async (file) => {
    await backup(data, file);
    return `Everything in ${data} is in ${file} now. Keep it where nobody else can read it.`;
  },
  restore: async (file) => {
    await restore(file, data);
    return `${data} is as ${file} has it. Start Postil with \`npm start\`.`;
  },
};

const [name = "", file, ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined || file === undefined || rest.length > 0) {
  console.error("Say `npm run backup -- FILE` or `npm run restore -- FILE`.");
  process.exit(2);
}
try {
  console.log(await command(file));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
