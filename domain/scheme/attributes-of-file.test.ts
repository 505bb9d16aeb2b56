import fc from "fast-check";
import { expect, test } from "vitest";
import { shownValue } from "./attribute.ts";
import { askAsFile, type FileAttribute, heldBy, lacks } from "./attributes-of-file.ts";
import { POSTIL_CORE } from "./postil-core.ts";
import { type Attribute, KINDS, kindOf, type Scheme } from "./scheme.ts";
import { MOST, parseScheme } from "./scheme-schema.ts";

const choice = (id: string, name: string, values: readonly string[]): Attribute => ({
  ...{ id, name, help: "", input: "choice" },
  values: values.map((value) => ({ id: value.toLowerCase(), name: value })),
});

const claims = (scheme: Scheme): readonly Attribute[] => kindOf(scheme, "claim").attributes;

const named = (scheme: Scheme, name: string): Attribute =>
  claims(scheme).find((each) => each.name === name) ?? expect.unreachable();

const NAMES = ["Priority", "priority ", "Stance", "Whose voice", "Speaker", "语"];
const VALUES = ["Low", "LOW", "Never", "For", "语"];

const fileAttribute: fc.Arbitrary<FileAttribute> = fc
  .record({
    ...{ kind: fc.constantFrom(...KINDS), name: fc.constantFrom(...NAMES) },
    id: fc.constantFrom("priority", "speaker", "stance", "x", "y"),
    input: fc.constantFrom("choice", "text"),
    values: fc.subarray(VALUES, { minLength: 1 }),
    chosen: fc.subarray(["v0", "v1", "v2", "v3", "v4"]),
  })
  .map(({ kind, values, chosen, input, ...told }): FileAttribute => {
    if (input === "text")
      return { kind, chosen: [], attribute: { ...told, help: "", input, values: [] } };
    const all = values.map((name) => ({ id: `v${VALUES.indexOf(name)}`, name }));
    return {
      kind,
      attribute: { ...told, help: "", input: "choice", values: all },
      chosen: chosen.filter((id) => all.some((each) => each.id === id)),
    };
  });

test("[C13] a codebook that asks as a file does has a place for all that was chosen, once, and keeps what it asked", () =>
  fc.assert(
    fc.property(fc.array(fileAttribute, { maxLength: 6 }), (wanted) => {
      const scheme = askAsFile(POSTIL_CORE, wanted);
      expect(parseScheme(scheme)).toMatchObject({ ok: true });
      expect(askAsFile(scheme, wanted)).toBe(scheme);
      for (const each of wanted) {
        expect(lacks(scheme, each)).toBe(false);
        const { attribute, chosen } = each;
        const kind = kindOf(scheme, each.kind);
        for (const told of chosen) {
          const [id, value] = heldBy(kind, [attribute.id, told], attribute) ?? ["", ""];
          const own = kind.attributes.find((one) => one.id === id) ?? expect.unreachable();
          const shown = String(shownValue(own, value)).toLowerCase();
          expect(shown).toBe(String(shownValue(attribute, told)).toLowerCase());
        }
      }
      for (const { id, attributes } of POSTIL_CORE.kinds) {
        for (const [index, { values, ...attribute }] of attributes.entries()) {
          const after = kindOf(scheme, id).attributes[index];
          expect(after).toMatchObject(attribute);
          expect(after?.values.slice(0, values.length)).toEqual(values);
        }
      }
    }),
  ));

test("[C13] one of the same id or name is taken for it, of a choice only what was chosen is added, and the rest comes whole", () => {
  const stance = choice("stance", "Stance", ["For", "Against"]);
  const urgency = choice("urgency", " PRIORITY", ["High", "Never", "Ever"]);
  const scheme = askAsFile(POSTIL_CORE, [
    { kind: "claim", attribute: stance, chosen: ["for"] },
    { kind: "claim", attribute: urgency, chosen: ["high", "never"] },
  ]);
  expect(claims(scheme).at(-1)).toEqual(stance);
  expect(claims(scheme)).toHaveLength(claims(POSTIL_CORE).length + 1);
  const before = named(POSTIL_CORE, "Priority");
  const values = [...before.values, { id: "never", name: "Never" }];
  expect(named(scheme, "Priority")).toEqual({ ...before, values });
  const claim = kindOf(scheme, "claim");
  expect(heldBy(claim, ["urgency", "high"], urgency)).toEqual(["priority", "high"]);
  expect(heldBy(claim, ["urgency", "ever"], urgency)).toBeNull();
  expect(heldBy(claim, ["priority", "high"], null)).toEqual(["priority", "high"]);
  expect(heldBy(claim, ["urgency", "high"], null)).toBeNull();
  // where words are asked for, what was chosen is told in words
  const voice = choice("voice", "Speaker", ["Ada", "Nobody"]);
  expect(heldBy(claim, ["voice", "ada"], voice)).toEqual(["speaker", "Ada"]);
});

test("[C13] what there is no room for is left out, and known to be lacking", () => {
  const many = Array.from({ length: MOST.attributes + 3 }, (_, index) => ({
    ...{ kind: "claim" as const, chosen: [] },
    attribute: choice(`a${index}`, `A ${index}`, ["Yes"]),
  }));
  const scheme = askAsFile(POSTIL_CORE, many);
  expect(parseScheme(scheme)).toMatchObject({ ok: true });
  const left = many.filter((each) => lacks(scheme, each));
  expect(left).toHaveLength(3 + claims(POSTIL_CORE).length);
});
