import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { LABEL_PRESETS, QUESTION_PRESETS } from "./presets/presets.ts";
import { KINDS, kindOf, labelOf, offeredLabels } from "./scheme.ts";
import { giveStatus } from "./scheme-changes.ts";
import { addQuestions, startFromLabels } from "./scheme-presets.ts";
import { parseScheme } from "./scheme-schema.ts";
import { mayFollow } from "./scheme-succession.ts";

test.each(LABEL_PRESETS)(
  "[C7] any kind can start from $id: the first eight are offered",
  async ({ load, count }) => {
    const labels = await load();
    expect(labels).toHaveLength(count);
    for (const id of KINDS) {
      const scheme = startFromLabels(POSTIL_CORE, id, labels);
      const kind = kindOf(scheme, id);
      expect(parseScheme(scheme)).toEqual({ ok: true, scheme });
      expect(mayFollow(POSTIL_CORE, scheme)).toBe(true);
      expect(offeredLabels(kind).map(({ name }) => name)).toEqual(
        labels.slice(0, 8).map(({ name }) => name),
      );
      expect(kind.labels.slice(0, count).map(({ name }) => name)).toEqual(
        labels.map(({ name }) => name),
      );
      const glyphs = offeredLabels(kind).map(({ glyph }) => glyph);
      expect(new Set(glyphs).size).toBe(glyphs.length);
      for (const { definition } of kind.labels) expect(definition).not.toBe("");
    }
  },
);

test.each(LABEL_PRESETS)(
  "[C7] starting from $id twice is starting from it once",
  async ({ kind, load }) => {
    const once = startFromLabels(POSTIL_CORE, kind, await load());
    expect(startFromLabels(once, kind, await load())).toEqual(once);
  },
);

test("[C7] a label of another meaning keeps its id, and a retired one does not come back", async () => {
  const tone = (await LABEL_PRESETS.find(({ id }) => id === "tone-review")?.load()) ?? [];
  const renamed = tone.map((label) =>
    label.id === "loaded" ? { ...label, name: "Heavy word" } : label,
  );
  const scheme = startFromLabels(POSTIL_CORE, "framing", renamed);
  expect(labelOf(scheme, "framing", "loaded")).toMatchObject({
    name: "Loaded word",
    status: "hidden",
  });
  expect(offeredLabels(kindOf(scheme, "framing"))[0]?.id).toBe("heavy-word");
  const retired = giveStatus(POSTIL_CORE, "framing", "loaded", "retired");
  const again = startFromLabels(retired, "framing", tone);
  expect(labelOf(again, "framing", "loaded")?.status).toBe("retired");
  expect(offeredLabels(kindOf(again, "framing"))[0]?.id).toBe("loaded-word");
});

test.each(QUESTION_PRESETS)("[C7] the questions of $id are added once", async ({ load }) => {
  const questions = await load();
  const scheme = addQuestions(POSTIL_CORE, questions);
  expect(addQuestions(scheme, questions).questions).toEqual(questions);
  expect(parseScheme(scheme)).toMatchObject({ ok: true });
});
