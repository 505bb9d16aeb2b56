import fc from "fast-check";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { KINDS, kindOf, labelOf, offeredLabels } from "./scheme.ts";
import { giveStatus } from "./scheme-changes.ts";
import { adaptScheme, type FileLabel } from "./scheme-of-file.ts";
import { LENGTHS, parseScheme } from "./scheme-schema.ts";
import { mayFollow } from "./scheme-succession.ts";

const kind = fc.constantFrom(...KINDS);
const name = fc
  .string({
    unit: fc.constantFrom("P", "é", "语", "-", " ", "1"),
    minLength: 1,
    maxLength: LENGTHS.name,
  })
  .filter((text) => text.trim() !== "");
const wanted = fc.array(
  fc.oneof(
    fc.record({ kind, name }),
    fc.record({ kind, label: fc.constantFrom(null, "fact", "person", "loaded", "no-such") }),
  ),
  { maxLength: 30 },
);

test("[C12] labels of a file lose none of the codebook, and it can be read as before", () =>
  fc.assert(
    fc.property(wanted, fc.boolean(), (labels, replaces) => {
      const { scheme, labellings } = adaptScheme(POSTIL_CORE, labels, { replaces });
      expect(parseScheme(scheme).ok).toBe(true);
      expect(mayFollow(POSTIL_CORE, scheme)).toBe(true);
      for (const [index, labelling] of labellings.entries()) {
        const asked: FileLabel | undefined = labels[index];
        if (labelling === null) expect(asked).toHaveProperty("label");
        else if (labelling.label !== null)
          expect(labelOf(scheme, labelling.kind, labelling.label)).not.toBeNull();
      }
    }),
  ));

test("[C12] one of the same name is taken for it, a retired one is not, and what is not used is hidden on demand", () => {
  const fact = labelOf(POSTIL_CORE, "claim", "fact")?.name ?? expect.unreachable();
  const shouted = { kind: "claim", name: ` ${fact.toUpperCase()}` } as const;
  const same = adaptScheme(POSTIL_CORE, [shouted], { replaces: false });
  expect(same).toEqual({ scheme: POSTIL_CORE, labellings: [{ kind: "claim", label: "fact" }] });
  const retired = giveStatus(POSTIL_CORE, "entity", "person", "retired");
  const person = kindOf(POSTIL_CORE, "entity").labels.find(({ id }) => id === "person");
  const anew = adaptScheme(retired, [{ kind: "entity", name: person?.name ?? "" }], {
    replaces: false,
  });
  expect(anew.labellings[0]?.label).not.toBe("person");
  expect(
    adaptScheme(retired, [{ kind: "entity", label: "person" }], { replaces: false }).labellings,
  ).toEqual([null]);
  const only = adaptScheme(POSTIL_CORE, [{ kind: "entity", name: "PER" }], { replaces: true });
  expect(offeredLabels(kindOf(only.scheme, "entity")).map((label) => label.name)).toEqual(["PER"]);
  expect(offeredLabels(kindOf(only.scheme, "claim"))).toEqual([]);
});
