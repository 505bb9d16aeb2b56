import { expect, test } from "vitest";
import { addAttribute } from "./attribute-changes.ts";
import { POSTIL_CORE } from "./postil-core.ts";
import { kindOf, labelOf, offeredLabels } from "./scheme.ts";
import { addLabel, changeKind, changeLabel, giveStatus, moveLabel } from "./scheme-changes.ts";
import { schemeDifferences } from "./scheme-differences.ts";
import { readSchemeFile, writeSchemeFile } from "./scheme-file.ts";

const fileOf = (scheme: unknown, format = "postil-schemes/1"): string =>
  JSON.stringify({ format, schemes: [scheme] });

const read = (scheme: unknown) => {
  const reading = readSchemeFile(fileOf(scheme), POSTIL_CORE);
  if (!reading.ok) throw new Error(`${reading.fault} at ${reading.at}`);
  return reading.scheme;
};

test("[C8] what was written is read back whole", () => {
  const scheme = giveStatus(
    addLabel(POSTIL_CORE, "entity", { name: "Spokesperson", examples: ["said a spokesperson"] }),
    "framing",
    "loaded",
    "retired",
  );
  expect(readSchemeFile(writeSchemeFile(scheme), POSTIL_CORE)).toEqual({ ok: true, scheme });
});

test("[C8] a file may say as little as a name for each label; the rest is found or stays", () => {
  const labels = ["Rumour", "Rumour", "Fact", ..."abcdefg"].map((name) => ({ name }));
  const scheme = read({ kinds: [{ id: "claim", labels }] });
  expect(kindOf(scheme, "entity")).toEqual(kindOf(POSTIL_CORE, "entity"));
  const claim = kindOf(scheme, "claim");
  expect(claim).toMatchObject({ name: "Claim", key: "c", colours: { light: { line: "#0063a6" } } });
  expect(claim.labels.slice(0, 3).map(({ id, glyph }) => [id, glyph])).toEqual([
    ["rumour", "R"],
    ["rumour-2", "Ru"],
    ["fact", "F"],
  ]);
  expect(offeredLabels(claim)).toHaveLength(8);
});

test("[C8] a file with one example and its colours in a style is read, too", () => {
  const scheme = read({
    kinds: [
      {
        id: "framing",
        style: {
          light: { line: "#112233", tint: "#ddeeff" },
          dark: { line: "#aabbcc", tint: "#001122" },
          underline: "wavy",
        },
        labels: [
          { id: "spin", name: "Spin", example: "a new dawn" },
          { id: "none", name: "None", example: null },
        ],
        attributes: [{ id: "effect", type: "one", values: ["favours"] }],
      },
    ],
  });
  const framing = kindOf(scheme, "framing");
  expect(framing.colours.dark).toEqual({ line: "#aabbcc", tint: "#001122" });
  expect(framing.attributes).toEqual(kindOf(POSTIL_CORE, "framing").attributes);
  expect(framing.labels.map(({ examples }) => examples)).toEqual([["a new dawn"], []]);
});

test.each([
  ["{", "", "no-json"],
  ["[]", "", "no-scheme"],
  [fileOf(POSTIL_CORE, "somebody-else/2"), "", "no-scheme"],
  [JSON.stringify({ format: "postil-schemes/1", schemes: [] }), "", "no-scheme"],
  [fileOf("scheme"), "", "wrong"],
  [fileOf({ kinds: [{ id: "verb" }] }), "kinds.0.id", "wrong"],
  [fileOf({ kinds: [{ id: "claim", labels: [{ name: 5 }] }] }), "kinds.0.labels.0.name", "wrong"],
  [
    fileOf({ kinds: [{ id: "entity", labels: [{ name: "" }] }] }),
    "kinds.1.labels.0.name",
    "missing",
  ],
  [
    fileOf({ kinds: [{ id: "claim", colours: { light: { line: "blue" }, dark: {} } }] }),
    "kinds.0.colours.light.line",
    "no-colour",
  ],
])("[C8] %s is refused, and told why", (text, at, fault) => {
  expect(readSchemeFile(text, POSTIL_CORE)).toEqual({ ok: false, at, fault });
});

test("[C9] nothing changes between a scheme and itself", () => {
  expect(schemeDifferences(POSTIL_CORE, structuredClone(POSTIL_CORE))).toBeNull();
  expect(schemeDifferences(POSTIL_CORE, { ...POSTIL_CORE, version: 9 })).toBeNull();
});

test("[C9] each change is told as what it is, and as nothing else", () => {
  const nothing = {
    ...{ reworded: false, recoloured: false, reordered: false, detailed: false },
    ...{ added: [], changed: [], offered: [], hidden: [], retired: [] },
  };
  const claim = (scheme: typeof POSTIL_CORE, change: object) =>
    expect(schemeDifferences(POSTIL_CORE, scheme)).toEqual({
      reworded: false,
      kinds: [{ kind: kindOf(scheme, "claim"), ...nothing, ...change }],
    });
  const after = addLabel(POSTIL_CORE, "claim", { name: "Rumour" });
  claim(after, { added: [labelOf(after, "claim", "rumour")] });
  const renamed = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Statement" });
  claim(renamed, { changed: [labelOf(renamed, "claim", "fact")] });
  for (const status of ["hidden", "retired"] as const) {
    const gone = giveStatus(POSTIL_CORE, "claim", "fact", status);
    claim(gone, { [status]: [labelOf(gone, "claim", "fact")] });
  }
  claim(changeKind(POSTIL_CORE, "claim", { unit: "a sentence" }), { reworded: true });
  const { colours } = kindOf(POSTIL_CORE, "framing");
  claim(changeKind(POSTIL_CORE, "claim", { colours }), { recoloured: true });
  claim(moveLabel(POSTIL_CORE, "claim", "fact", 1), { reordered: true });
  claim(addAttribute(POSTIL_CORE, "claim", "Source"), { detailed: true });
  const hidden = giveStatus(POSTIL_CORE, "claim", "fact", "hidden");
  expect(schemeDifferences(hidden, POSTIL_CORE)?.kinds[0]?.offered).toHaveLength(1);
});
