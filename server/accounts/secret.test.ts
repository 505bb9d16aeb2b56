import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret } from "./secret.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-secret-"));
  path = join(folder, "secret");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("[C4] a secret is made once, at random, and kept for its owner only", () => {
  const secret = keptSecret(path);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(keptSecret(path)).toBe(secret);
  expect(readdirSync(folder)).toEqual(["secret"]);
  rmSync(path);
  expect(keptSecret(path)).not.toBe(secret);
});

test("[C4] half a secret is replaced", () => {
  writeFileSync(path, "half");
  expect(keptSecret(path)).toHaveLength(43);
});
