import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { run } from "./run.mjs";

// A server that needs a moment to stop, and a launcher that runs it as `npm start` does.
const SERVER = `
  process.on("SIGTERM", () => setTimeout(() => { console.log("flushed"); process.exit(3); }, 50));
  setInterval(() => {}, 1000);
  console.log("ready", process.pid);
`;
const LAUNCHER = `
  import { run } from ${JSON.stringify(new URL("run.mjs", import.meta.url).href)};
  const { code } = await run(process.execPath, ["-e", ${JSON.stringify(SERVER)}]);
  process.exit(code);
`;
const launcher = [process.execPath, "--input-type=module", "-e", LAUNCHER] as const;

test("[L5] The exit code is that of the program", async () => {
  expect(await run(process.execPath, ["-e", "process.exit(7)"], { quiet: true })).toEqual({
    code: 7,
    output: "",
  });
});

test("[L5] A program that a signal ended has 128 and the signal as its code", async () => {
  const { code } = await run(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"]);
  expect(code).toBe(137);
});

test("[L5] A program that is not there is told, not thrown", async () => {
  const { code, output } = await run("/nowhere/postil", [], { quiet: true });
  expect(code).toBe(127);
  expect(output).toContain("/nowhere/postil");
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "[L6] On %s the server stops in order before the launcher ends with its code",
  async (signal) => {
    const [file, ...args] = launcher;
    const child = spawn(file, args);
    const said = listen(child);
    await said("ready");
    child.kill(signal);
    const [code] = await once(child, "close");
    await said("flushed");
    expect(code).toBe(3);
  },
);

test("[L6] A launcher whose parent was killed stops the server", async () => {
  const [file, ...args] = launcher;
  const spawnIt = `require("child_process").spawn(${JSON.stringify(file)}, ${JSON.stringify(args)}, { stdio: "inherit" })`;
  const npm = spawn(process.execPath, ["-e", spawnIt]);
  const said = listen(npm);
  await said("ready");
  npm.kill("SIGKILL");
  await said("flushed");
});

/** Gives a function that waits until the program has printed `word`. */
function listen(child: ChildProcess): (word: string) => Promise<void> {
  let text = "";
  const waiting = new Set<() => void>();
  child.stdout?.on("data", (chunk) => {
    text += String(chunk);
    for (const look of waiting) look();
  });
  return (word) =>
    new Promise((resolve) => {
      const look = () => {
        if (text.includes(word)) resolve();
      };
      waiting.add(look);
      look();
    });
}
