// What an operator asks for on the command line: `npm run postil -- COMMAND`.

import { type Config, configOfProcess } from "./config.ts";
import { Refusal } from "./refusal.ts";

// none is loaded but what the command needs: a wrong word is answered at once
const accounts = () => import("./operator/accounts.ts");
const overview = () => import("./operator/overview.ts");
const people = () => import("./operator/people.ts");

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
    run: async (config, email) => (await accounts()).createOwnerOf(config, email),
  },
  "reset-password": {
    argument: "EMAIL",
    does: "print a link by which somebody chooses a new password",
    run: async (config, email) => (await accounts()).resetPassword(config, email),
  },
  "end-two-factor": {
    argument: "EMAIL",
    does: "ask somebody for no code any more who lost the app",
    run: async (config, email) => (await accounts()).endTwoFactorOf(config, email),
  },
  "erase-person": {
    argument: "ID",
    does: "erase a person everywhere",
    run: async (config, id) => (await people()).erasePerson(config, id),
  },
  spaces: {
    argument: null,
    does: "list the spaces",
    run: async (config) => (await overview()).listSpaces(config),
  },
  health: {
    argument: null,
    does: "tell whether all is well",
    run: async (config) => (await overview()).tellHealth(config),
  },
  backup: {
    argument: "FILE",
    does: "copy everything into a file, also while Postil runs",
    run: async ({ data }, file) => {
      await (await import("./backup/backup.ts")).backup(data, file);
      return `Everything in ${data} is in ${file} now. Keep it where nobody else can read it.`;
    },
  },
  restore: {
    argument: "FILE",
    does: "bring a backup into an empty folder",
    run: async ({ data }, file) => {
      await (await import("./backup/restore.ts")).restore(file, data);
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
