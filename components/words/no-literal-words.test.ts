import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const RULE = join(import.meta.dirname, "no-literal-words.grit");

const folder = mkdtempSync(join(tmpdir(), "postil-rule-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "biome.json"), JSON.stringify({ plugins: [RULE] }));

/** Whether the rule lets through a component that draws this. */
function passes(drawn: string): boolean {
  const file = join(folder, "a.tsx");
  writeFileSync(file, `export const A = ({ n }: { n: number }) => ${drawn};\n`);
  const lint = [BIOME, "lint", "--only=plugin", `--config-path=${folder}`, file];
  return spawnSync(process.execPath, lint).status === 0;
}

test.each([
  '<p title="A note" />',
  '<p aria-label={n > 1 ? "Notes" : undefined} />',
  '<p>{"Three notes"}</p>',
  '<p>{n > 1 && "three notes"}</p>',
  '<p>{n > 1 ? n : "none"}</p>',
  `<p>{\`\${n} notes\`}</p>`,
])("[W3] %s is refused", (drawn) => {
  expect(passes(drawn)).toBe(false);
});

test.each([
  '<p className="flex" data-kind="claim">{n}</p>',
  `<p>{n > 1 && " · "} {\`\${n}…\`}</p>`,
  '<p placeholder="https://" />',
])("[W3] %s holds no words that anybody reads", (drawn) => {
  expect(passes(drawn)).toBe(true);
});
