import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { missingPackages } from "./packages.mjs";

type Entries = Record<string, object>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-packages-"));
  mkdirSync(join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function wanted(packages: Entries): void {
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages }));
}

function installed(packages: Entries): void {
  const note = join(folder, "node_modules/.package-lock.json");
  writeFileSync(note, JSON.stringify({ packages }));
}

const yjs = { "node_modules/yjs": { version: "1.0.0" } };
const here = { os: [process.platform], cpu: [process.arch], optional: true };
const elsewhere = { os: ["plan9"], cpu: [process.arch], optional: true };

test("[L4] On a fresh clone everything is missing", () => {
  wanted({ "": {}, ...yjs });
  expect(missingPackages(folder)).toEqual(["yjs"]);
});

test("[L4] Nothing is missing when npm noted the same versions, whoever called it", () => {
  wanted({ "": { version: "2.0.0" }, ...yjs });
  installed(yjs);
  expect(missingPackages(folder)).toEqual([]);
});

test("[L4] Another version is missing", () => {
  wanted({ "node_modules/yjs": { version: "1.0.1" } });
  installed(yjs);
  expect(missingPackages(folder)).toEqual(["yjs"]);
});

test("[L4] An optional package is missed only if it is made for this machine", () => {
  wanted({
    "node_modules/@a/here": { version: "1.0.0", ...here },
    "node_modules/@a/elsewhere": { version: "1.0.0", ...elsewhere },
    "node_modules/nice": { version: "1.0.0", optional: true },
  });
  installed({});
  expect(missingPackages(folder)).toEqual(["@a/here"]);
});
