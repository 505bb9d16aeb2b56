import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { holdFolder } from "./data-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts a process that holds the folder and then waits; resolves when it holds it. */
async function holdElsewhere() {
  const script = `
    const { holdFolder } = await import(${JSON.stringify(import.meta.resolve("./data-folder.ts"))});
    globalThis.held = holdFolder(${JSON.stringify(folder)});
    console.log("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

test("[D8] a folder is made when it is absent, for its owner only", () => {
  const inner = join(folder, "new", "data");
  holdFolder(inner).release();
  expect(statSync(inner).mode & 0o777).toBe(0o700);
});

test("[D8] a folder that another process holds is refused, and free as soon as that one is killed", async () => {
  const child = await holdElsewhere();
  expect(() => holdFolder(folder)).toThrow(Refusal);
  expect(() => holdFolder(folder)).toThrow(
    /Another Postil is running on the data folder .*POSTIL_DATA/,
  );
  child.kill("SIGKILL");
  await once(child, "exit");
  holdFolder(folder).release();
});

test("[D8] a folder that was released can be held again", () => {
  holdFolder(folder).release();
  holdFolder(folder).release();
});

test("[C2] a data folder that cannot be one is refused with a sentence", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => holdFolder(file)).toThrow(/cannot write to its data folder .*POSTIL_DATA/);
});
