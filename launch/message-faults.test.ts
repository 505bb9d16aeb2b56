import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { COMPLETE, messageFaults } from "./message-faults.mjs";
import { writeMessageTypes } from "./message-files.mjs";

type Messages = Readonly<Record<string, string>>;

const folder = mkdtempSync(join(tmpdir(), "postil-words-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(language: string, area: string, messages: Messages): void {
  mkdirSync(join(folder, language), { recursive: true });
  writeFileSync(join(folder, language, `${area}.json`), JSON.stringify(messages));
}

/** What is wrong with an Arabic message whose English one is `english`. */
function faultOf(english: string, arabic: string): string | undefined {
  write("en", "desk", { key: english });
  write("ar", "desk", { key: arabic });
  return messageFaults(folder).get("ar")?.[0];
}

test("[L8] a language that is declared complete says everything, and everything right", () => {
  const faults = messageFaults();
  for (const language of COMPLETE) expect(faults.get(language)).toEqual([]);
});

test("[L8] what is missing or superfluous is told with its place", () => {
  write("en", "desk", { undo: "Undo", redo: "Redo" });
  write("de", "desk", { undo: "Zurück", again: "Noch einmal" });
  write("de", "old", { gone: "Weg" });
  expect(messageFaults(folder).get("de")).toEqual([
    "de/desk.json: redo is missing",
    "de/desk.json: again is superfluous",
    "de/old.json: gone is superfluous",
  ]);
});

test("[L8] arguments, their kinds and tags are the same in every language", () => {
  expect(faultOf("{name} joined", "انضم {name}")).toBeUndefined();
  expect(faultOf("{name} joined", "انضم {nom}")).toContain("takes [nom]");
  expect(faultOf("{name} joined", "انضم '{name}'")).toContain("takes []");
  expect(faultOf("{n, number}", "{n}")).toContain("takes [n]");
  expect(faultOf("by <bdi>{name}</bdi>", "من {name}")).toContain("takes [name]");
});

test("[L8] a plural has every form that its language needs, and arguments inside of forms count", () => {
  const english = "{n, plural, one {# note of {name}} other {# notes of {name}}}";
  const forms = ["zero", "one", "two", "few", "many", "other"];
  const arabic = (all: readonly string[]) =>
    `{n, plural, ${all.map((form) => `${form} {# {name}}`).join(" ")}}`;
  expect(faultOf(english, arabic(forms))).toBeUndefined();
  expect(faultOf(english, arabic(["one", "two", "other"]))).toContain(
    "lacks the form zero, few, many",
  );
  expect(faultOf(english, arabic(forms).replaceAll("{name}", ""))).toContain("takes [n plural]");
});

test("[L8] what cannot be read is told, not thrown", () => {
  expect(faultOf("Undo", "{undo")).toContain("is not a message");
});

test("[L8] the types hold the English messages letter for letter", () => {
  write("en", "desk", { joined: '{name} "joined"' });
  writeMessageTypes(folder);
  const types = readFileSync(join(folder, "en/desk.d.json.ts"), "utf8");
  expect(types).toContain('"joined": "{name} \\"joined\\""');
});
