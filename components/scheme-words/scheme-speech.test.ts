import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { LABEL_PRESETS, QUESTION_PRESETS } from "#domain/scheme/presets/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { changeLabel, changeScheme } from "#domain/scheme/scheme-changes.ts";
import { presetWith } from "#domain/scheme/scheme-presets.ts";
import { LENGTHS, parseScheme } from "#domain/scheme/scheme-schema.ts";
import { withTexts } from "#domain/scheme/scheme-texts.ts";
import { INTERFACE_LANGUAGES } from "../words/interface-languages.ts";
import { type Foreign, readSpeech } from "./scheme-speech.ts";

const FOREIGN = INTERFACE_LANGUAGES.flatMap(({ tag }): Foreign[] => (tag === "en" ? [] : [tag]));

const textsOf = (tag: Foreign): Map<string, string> => {
  const file = readFileSync(new URL(`${tag}.json`, import.meta.url), "utf8");
  return new Map(Object.entries<string>(JSON.parse(file)));
};

/** Every text that Postil brings along, but for passages of the sample article. */
async function ownTexts(): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  const note = (text: string): string => {
    texts.add(text);
    return text;
  };
  withTexts(POSTIL_CORE, note);
  for (const { labels } of POSTIL_CORE.kinds)
    for (const { examples } of labels) for (const example of examples) texts.delete(example);
  for (const { name, load } of LABEL_PRESETS) {
    note(name);
    for (const label of await load()) presetWith(label, note);
  }
  for (const { name, load } of QUESTION_PRESETS)
    for (const text of [name, ...(await load())]) note(text);
  texts.delete("");
  return texts;
}

test.each(FOREIGN)(
  "[N1] every text that Postil brings along is there in %s, and no other",
  async (tag) => {
    const [own, translated] = [await ownTexts(), textsOf(tag)];
    expect([...own].filter((text) => !translated.has(text))).toEqual([]);
    expect([...translated.keys()].filter((text) => !own.has(text))).toEqual([]);
  },
);

test.each(FOREIGN)(
  "[N2] what is spoken in %s is read like any scheme, and put back as it was",
  async (tag) => {
    const { spoken, kept } = await readSpeech(tag);
    const there = spoken(POSTIL_CORE);
    expect(parseScheme(there)).toEqual({ ok: true, scheme: there });
    expect(kept(there)).toEqual(POSTIL_CORE);
    const translations = [...textsOf(tag).values()];
    expect(new Set(translations).size).toBe(translations.length);
    for (const { load } of LABEL_PRESETS) {
      for (const { name } of await load()) {
        expect(textsOf(tag).get(name)?.length).toBeLessThanOrEqual(LENGTHS.name);
      }
    }
  },
);

test("[N3] what somebody wrote stays as it is", async () => {
  const { spoken, kept } = await readSpeech("de");
  const texts = { name: "Statement", definition: "Says something.", examples: ["Ja und nein"] };
  const own: Scheme = changeScheme(changeLabel(POSTIL_CORE, "claim", "fact", texts), {
    name: "Our desk",
    questions: ["Who is missing?"],
  });
  const there = spoken(own);
  expect(there).toMatchObject({ name: "Our desk", questions: ["Who is missing?"] });
  expect(there.kinds[0]?.labels[0]).toMatchObject({
    ...texts,
    question: "Wer könnte das beweisen oder widerlegen, und womit?",
  });
  expect(kept(there)).toEqual(own);
});
