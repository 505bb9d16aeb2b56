import { readFileSync } from "node:fs";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";
import { HEATS } from "#domain/annotation/heat.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { STATUSES } from "#domain/talk/status.ts";
import { rulesOf } from "./stroke-rules.ts";
import { kindStrokes, LABEL_COLOURS } from "./strokes.ts";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");
const distance = differenceCiede2000();
const eyes = [
  (colour: Color) => colour,
  filterDeficiencyProt(1),
  filterDeficiencyDeuter(1),
  filterDeficiencyTrit(1),
];

const labels = [...Array(LABEL_COLOURS).keys()].map((place) => `label-${place}`);
const people = [...Array(PERSON_COLOURS).keys()].map((colour) => `person-${colour}`);

test("[V10] rules for highlights write out the page's colours and stand alone", () => {
  const rules = readFileSync(new URL("highlights.css", import.meta.url), "utf8");
  expect(rules).not.toContain("var(");
  expect(rules).not.toMatch(/[^\s,{}/*]+\s*::highlight/);
  expect(rulesOf(kindStrokes(POSTIL_CORE))).not.toContain("var(");
  for (const [colour] of rules.matchAll(/light-dark\([^)]*\)/g)) expect(css).toContain(colour);
});

describe.each(["light", "dark"] as const)("%s", (theme) => {
  /** The colour of a token, as the page defines it. */
  function token(name: string): Color {
    const colour = String.raw`(#\w+|oklch\([^)]*\))`;
    const pair = new RegExp(String.raw`--${name}: light-dark\(${colour}, ${colour}\)`).exec(css);
    const found = parse(pair?.[theme === "light" ? 1 : 2] ?? "");
    if (!found) throw new Error(`no colour ${name}`);
    return found;
  }
  const paper = token("paper");
  const nearest = (colours: readonly Color[]): number =>
    Math.min(
      ...colours.flatMap((one, index) => colours.slice(index + 1).map((two) => distance(one, two))),
    );

  test("[V9] lines are 4.5:1 or more on paper and in the colour key, 4:1 on their own tint", () => {
    for (const name of [...labels, ...people, ...STATUSES, "muted"]) {
      const line = token(name);
      for (const below of [paper, token("raised"), token("sunken")]) {
        expect(wcagContrast(line, below), name).toBeGreaterThanOrEqual(4.5);
      }
      const tint = interpolate([paper, line], "oklab")(0.1);
      expect(wcagContrast(line, tint), name).toBeGreaterThanOrEqual(4);
    }
  });

  test("[V9] words are 7:1 or more on every tint", () => {
    const tints = labels.map((name) => interpolate([paper, token(name)], "oklab")(0.1));
    for (const tint of [...tints, ...HEATS.map((heat) => token(`heat-${heat}`))]) {
      expect(wcagContrast(token("ink"), tint)).toBeGreaterThanOrEqual(7);
    }
  });

  test("[V9] the labels of a kind are 9 or more apart, in the eyes of the colour-blind, too", () => {
    for (const eye of eyes) {
      expect(nearest(labels.map((name) => eye(token(name))))).toBeGreaterThanOrEqual(9);
    }
  });

  test("[V9] each step of heat is darker or lighter than the one before, the same for all eyes", () => {
    const steps = [paper, ...HEATS.map((heat) => token(`heat-${heat}`))];
    for (const eye of eyes) expect(nearest(steps.map(eye))).toBeGreaterThanOrEqual(2.5);
    for (const step of steps.slice(1)) {
      expect(wcagContrast(token("heat-line"), step)).toBeGreaterThanOrEqual(3);
    }
  });
});
