import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./pages.mjs";

const house = fileURLToPath(new URL("..", import.meta.url));
const FILES = [
  "launch/inline-script-loader.mjs",
  "launch/no-buffer-loader.mjs",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-pages-"));
  for (const file of FILES) cpSync(join(house, file), join(folder, file));
  for (const room of ["app/notes", "components", "domain", "server"]) {
    mkdirSync(join(folder, room), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(["app/notes/page.tsx", "components/a.css", "domain/a.ts", "next.config.js"])(
  "[L7] A change of %s asks for a new build",
  (path) => {
    const before = fingerprint(folder);
    writeFileSync(join(folder, path), "changed");
    expect(fingerprint(folder)).not.toBe(before);
  },
);

test.each(["domain/a.test.ts", "domain/README.md", "server/main.ts"])(
  "[L7] A change of %s does not",
  (path) => {
    const before = fingerprint(folder);
    writeFileSync(join(folder, path), "changed");
    expect(fingerprint(folder)).toBe(before);
  },
);
