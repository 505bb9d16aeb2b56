// What the lockfile must hold, whatever npm resolves the next time somebody adds a package.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const versions = z.record(z.string(), z.string()).default({});
const dependencies = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
});
const lockfile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() }).loose()),
});

const direct = dependencies.parse(read("package.json"));
const { packages } = lockfile.parse(read("package-lock.json"));

test.each(["yjs", "lib0", "y-protocols"])("[L1] There is exactly one copy of %s", (name) => {
  const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
  expect(copies).toEqual([`node_modules/${name}`]);
});

test("[L2] Every direct dependency is one exact version", () => {
  const all = Object.values(direct).flatMap((each) => Object.entries(each));
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("[L2] The lockfile knows the same direct dependencies as package.json", () => {
  expect(dependencies.parse(packages[""])).toEqual(direct);
});

test("[L3] The lockfile holds every platform's part of a package, not just this machine's", () => {
  const wanted = Object.values(packages).flatMap((entry) =>
    Object.keys(versions.parse(entry.optionalDependencies)),
  );
  const held = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !held.has(name))).toEqual([]);
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
}
