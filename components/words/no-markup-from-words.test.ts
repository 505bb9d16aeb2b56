import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const RULE = join(import.meta.dirname, "no-markup-from-words.grit");

const folder = mkdtempSync(join(tmpdir(), "postil-rule-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "biome.json"), JSON.stringify({ plugins: [RULE] }));

/** Whether the rule lets this statement through. */
function passes(statement: string): boolean {
  const file = join(folder, "a.tsx");
  writeFileSync(file, `export const f = (box: HTMLElement, words: string) => { ${statement} };\n`);
  const lint = [BIOME, "lint", "--only=plugin", `--config-path=${folder}`, file];
  return spawnSync(process.execPath, lint).status === 0;
}

test.each([
  "box.innerHTML = words",
  "box.outerHTML = words",
  'box.insertAdjacentHTML("beforeend", words)',
  'new DOMParser().parseFromString(words, "text/html")',
  "document.createRange().createContextualFragment(words)",
  "document.write(words)",
  "return new Function(words)",
  "return <iframe srcDoc={words} />",
])("[W5] %s is refused", (statement) => {
  expect(passes(statement)).toBe(false);
});

test.each(["box.textContent = words", "box.append(words)", "return <p title={words}>{words}</p>"])(
  "[W5] %s shows text",
  (statement) => {
    expect(passes(statement)).toBe(true);
  },
);
