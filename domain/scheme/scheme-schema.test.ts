import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { parseScheme } from "./scheme-schema.ts";

/** The core scheme as JSON with one thing in it replaced: `with_("kinds.0.name", 5)`. */
function withAt(path: string, value: unknown): unknown {
  const scheme = structuredClone(POSTIL_CORE);
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let at: unknown = scheme;
  for (const step of steps) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), last, value);
  return scheme;
}

const LABEL = POSTIL_CORE.kinds[0]?.labels[0];

test("[C3] the scheme that Postil opens with can be read", () => {
  expect(parseScheme(POSTIL_CORE)).toEqual({ ok: true, scheme: POSTIL_CORE });
});

test.each([
  ["name", "  Our desk ", "Our desk"],
  ["kinds.0.colours.light.line", "#ABCDEF", "#abcdef"],
  ["kinds.1.labels.0.name", "می‌خواهم", "می‌خواهم"],
  ["kinds.1.labels.0.glyph", "👩‍👩‍👧", "👩‍👩‍👧"],
])("[C3] %s may be %j", (path, value, read) => {
  expect(parseScheme(withAt(path, value))).toEqual({ ok: true, scheme: withAt(path, read) });
});

test.each([
  ["name", " ", "missing"],
  ["name", "x".repeat(61), "too-long"],
  ["name", "two\nlines", "hidden-characters"],
  ["name", "right\u202eleft", "hidden-characters"],
  ["name", "half a \ud800 pair", "hidden-characters"],
  ["version", 0, "wrong"],
  ["version", 1.5, "wrong"],
  ["id", "<b>", "wrong"],
  ["questions", undefined, "missing"],
  ["questions", Array(13).fill("Why?"), "too-many"],
  ["kinds.0.id", "entity", "wrong"],
  ["kinds.0.key", "x", "wrong"],
  ["kinds.2.underline", "solid", "wrong"],
  ["kinds.1.colours.dark.tint", "red", "no-colour"],
  ["kinds.1.colours.dark.tint", "#fff", "no-colour"],
  ["kinds.1.colours.dark.tint", "#ffffff;}", "no-colour"],
  ["kinds.0.unit", "x".repeat(401), "too-long"],
  ["kinds.0.labels.2.glyph", "ABC", "too-long"],
  ["kinds.0.labels.2.glyph", "", "missing"],
  ["kinds.0.labels.2.id", "", "wrong"],
  ["kinds.0.labels.2.id", "two words", "wrong"],
  ["kinds.0.labels.2.status", "gone", "wrong"],
  ["kinds.0.labels.2.examples", Array(7).fill("such as"), "too-many"],
  ["kinds.0.labels.2.examples.0", "", "missing"],
  ["kinds.0.labels.2.counterExamples.0", "x".repeat(301), "too-long"],
  ["kinds.0.attributes.0.id", "constructor", "wrong"],
])("[C3] %s may not be %j", (path, value, fault) => {
  expect(parseScheme(withAt(path, value))).toEqual({ ok: false, at: path, fault });
});

test.each([
  ["kinds.0.labels", [LABEL, LABEL], "used-twice"],
  ["kinds.0.labels", Array.from({ length: 9 }, (_, n) => ({ ...LABEL, id: `l${n}` })), "too-many"],
  [
    "kinds.0.labels",
    Array.from({ length: 101 }, (_, n) => ({ ...LABEL, id: `l${n}` })),
    "too-many",
  ],
  ["kinds", POSTIL_CORE.kinds.slice(0, 2), "wrong"],
  ["kinds.0.attributes.0", { ...POSTIL_CORE.kinds[0]?.attributes[0], values: [] }, "missing"],
])("[C3] %s is refused where it contradicts itself", (path, value, fault) => {
  expect(parseScheme(withAt(path, value))).toMatchObject({ ok: false, fault });
});

test("[C3] a scheme that is too long altogether is refused", () => {
  const labels = Array.from({ length: 100 }, (_, n) => ({
    ...LABEL,
    id: `l${n}`,
    status: "hidden",
    definition: "x".repeat(400),
    question: "x".repeat(400),
    examples: ["x".repeat(300)],
  }));
  expect(parseScheme(withAt("kinds.0.labels", labels))).toEqual({
    ok: false,
    at: "",
    fault: "too-long",
  });
});

test.each([null, [], "scheme", 7])("[C3] %j is no scheme", (value) => {
  expect(parseScheme(value)).toMatchObject({ ok: false });
});
