// What an operator asks for on the command line: `npm run postil -- COMMAND`.

import { backup } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import { type Config, configOfProcess } from "./config.ts";
import { createOwnerOf, endTwoFactorOf, resetPassword } from "./operator/accounts.ts";
import { listSpaces, tellHealth } from "./operator/overview.ts";
import { erasePerson } from "./operator/people.ts";
import { Refusal } from "./refusal.ts";

type Command = {
  /** What has to be named; null: nothing. */
  readonly argument: string | null;
  readonly does: string;
  /** Resolves with what to tell. */
  readonly run: (config: Config, argument: string) => Promise<string>;
};

const commands: Readonly<Record<string, Command>> = {
  "create-owner": {
    argument: "EMAIL",
    does: "make an account that owns this Postil",
    run: createOwnerOf,
  },
  "reset-password": {
    argument: "EMAIL",
    does: "print a link by which somebody chooses a new password",
    run: resetPassword,
  },
  "end-two-factor": {
    argument: "EMAIL",
    does: "ask somebody for no code any more who lost the app",
    run: endTwoFactorOf,
  },
  "erase-person": {
    argument: "ID",
    does: "erase a person everywhere",
    run: erasePerson,
  },
  spaces: { argument: null, does: "list the spaces", run: listSpaces },
  health: { argument: null, does: "tell whether all is well", run: tellHealth },
  backup: {
    argument: "FILE",
    does: "copy everything into a file, also while Postil runs",
    run: async ({ data }, file) => {
      await backup(data, file);
      return `Everything in ${data} is in ${file} now. Keep it where nobody else can read it.`;
    },
  },
  restore: {
    argument: "FILE",
    does: "bring a backup into an empty folder",
    run: async ({ data }, file) => {
      await restore(file, data);
      return `${data} is as ${file} has it. Start Postil with \`npm start\`.`;
    },
  },
};

const usage = (): string =>
  [
    "Say one of these:",
    ...Object.entries(commands).map(([name, { argument, does }]) => {
      const said = `npm run postil -- ${name}${argument === null ? "" : ` ${argument}`}`;
      return `  ${said.padEnd(40)} ${does}`;
    }),
  ].join("\n");

const [name = "", argument, ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
const isComplete = command && (command.argument === null) === (argument === undefined);
if (!isComplete || rest.length > 0) {
  console.error(usage());
  process.exit(2);
}
try {
  console.log(await command.run(configOfProcess(), argument ?? ""));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
