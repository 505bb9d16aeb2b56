import { expect, test } from "vitest";
import {
  addAttribute,
  changeAttribute,
  moveAttribute,
  newValue,
  removeAttribute,
} from "./attribute-changes.ts";
import { POSTIL_CORE } from "./postil-core.ts";
import { type Attribute, kindOf, type Scheme } from "./scheme.ts";
import { mergedSchemes } from "./scheme-merge.ts";
import { parseScheme } from "./scheme-schema.ts";

const of = (scheme: Scheme): readonly Attribute[] => kindOf(scheme, "framing").attributes;
const idsOf = (scheme: Scheme): readonly string[] => of(scheme).map(({ id }) => id);
const add = (name: string, scheme = POSTIL_CORE): Scheme => addAttribute(scheme, "framing", name);

test("[C11] an attribute that is gone leaves its id to none, not even to one of its name", () => {
  const [first, second] = [add("Source"), add("Source")].map((scheme) => idsOf(scheme).at(-1));
  expect(first).toMatch(/^source-/);
  expect(second).not.toBe(first);
  expect(newValue("رأي").id).toMatch(/^attribute-/);
  expect(parseScheme(add("رأي"))).toMatchObject({ ok: true });
});

test("[C11] an attribute that is no choice has no values, and a choice without one is refused", () => {
  const { id = "" } = of(POSTIL_CORE)[0] ?? {};
  const text = changeAttribute(POSTIL_CORE, "framing", id, { input: "text" });
  expect(of(text)[0]).toMatchObject({ input: "text", values: [] });
  const choice = changeAttribute(text, "framing", id, { input: "choice" });
  expect(parseScheme(choice)).toEqual({
    ...{ ok: false, at: "kinds.2.attributes.0.values", fault: "missing" },
  });
});

test("[C11] attributes move and go", () => {
  const [one = "", other = ""] = idsOf(POSTIL_CORE);
  expect(idsOf(moveAttribute(POSTIL_CORE, "framing", one, 1))).toEqual([other, one]);
  expect(moveAttribute(POSTIL_CORE, "framing", one, -1)).toBe(POSTIL_CORE);
  expect(idsOf(removeAttribute(POSTIL_CORE, "framing", one))).toEqual([other]);
});

test("[C10] what two people do to attributes is all there; one that was taken away stays if the other changed it", () => {
  const [one = "", other = ""] = idsOf(POSTIL_CORE);
  const renamed = changeAttribute(POSTIL_CORE, "framing", one, { name: "Mine" });
  const mine = removeAttribute(add("Here", renamed), "framing", other);
  const helped = changeAttribute(POSTIL_CORE, "framing", one, { help: "Theirs." });
  const theirs = add("There", helped);
  const merged = of(mergedSchemes(POSTIL_CORE, mine, theirs));
  expect(merged[0]).toMatchObject({ name: "Mine", help: "Theirs." });
  expect(merged.map(({ name }) => name).toSorted()).toEqual(["Here", "Mine", "There"]);

  const gone = removeAttribute(POSTIL_CORE, "framing", one);
  expect(idsOf(mergedSchemes(POSTIL_CORE, gone, helped)).toSorted()).toEqual(
    [one, other].toSorted(),
  );
  expect(idsOf(mergedSchemes(POSTIL_CORE, renamed, gone)).toSorted()).toEqual(
    [one, other].toSorted(),
  );
});
