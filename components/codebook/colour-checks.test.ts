import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { kindOf } from "#domain/scheme/scheme.ts";
import { changeKind } from "#domain/scheme/scheme-changes.ts";
import { contrastsOf, likenessesOf } from "./colour-checks.ts";
import { coloursFrom, darkFrom, readable } from "./derived-colours.ts";
import { PAGE, THEMES } from "./page-colours.ts";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The two colours of a token of the page. */
function token(name: string): readonly string[] {
  return new RegExp(String.raw`--${name}: light-dark\((#\w+), (#\w+)\)`).exec(css)?.slice(1) ?? [];
}

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe.each(THEMES)("%s", (theme) => {
  const place = THEMES.indexOf(theme);

  test("[B1] contrasts are measured against the colours that the page has", () => {
    expect(PAGE[theme].ink).toBe(token("ink")[place]);
    expect(PAGE[theme].grounds).toEqual(
      ["paper", "raised", "sunken"].map((name) => token(name)[place]),
    );
  });

  test("[B2] the page's own colours of kinds are those that Postil opens with, and can be read", () => {
    for (const { id, colours } of POSTIL_CORE.kinds) {
      expect(colours[theme].line).toBe(token(`${id}-line`)[place]);
      expect(colours[theme].tint).toBe(token(`${id}-tint`)[place]);
      for (const { isEnough } of contrastsOf(colours[theme], theme)) expect(isEnough).toBe(true);
    }
  });

  test("[B3] whatever the colour, a readable one is found", () => {
    fc.assert(
      fc.property(colour, (line) => {
        const shades = readable(coloursFrom(line)[theme], theme);
        expect(contrastsOf(shades, theme).filter(({ isEnough }) => !isEnough)).toEqual([]);
      }),
    );
  });
});

test("[B2] contrast is the worst of all grounds, and told as too little below its limit", () => {
  const [onPage, onTint, words] = contrastsOf({ line: "#888888", tint: "#ffffff" }, "light");
  expect(onPage).toMatchObject({ place: "line-on-page", isEnough: false });
  expect(onPage?.ratio).toBeCloseTo(3.14, 1);
  expect(onTint?.ratio).toBeCloseTo(3.54, 1);
  expect(words).toMatchObject({ place: "words-on-tint", isEnough: true });
  expect(contrastsOf({ line: "#000000", tint: "#888888" }, "light")[2]?.isEnough).toBe(false);
});

test("[B3] what is dark follows from the light, and is readable by itself", () => {
  fc.assert(
    fc.property(colour, (line) => {
      const dark = darkFrom(line);
      expect(contrastsOf(dark, "dark").every(({ isEnough }) => isEnough)).toBe(true);
      expect(coloursFrom(line)).toMatchObject({ light: { line }, dark });
    }),
  );
});

test("[B3] a line that can be read stays as it is", () => {
  const { colours } = kindOf(POSTIL_CORE, "claim");
  expect(readable(colours.light, "light")).toBe(colours.light);
});

test("[B4] the kinds that Postil opens with are told apart by everybody", () => {
  expect(likenessesOf(POSTIL_CORE)).toEqual([]);
});

test("[B4] red and green of one lightness are alike to those who lack one of the two cones", () => {
  const red = changeKind(POSTIL_CORE, "claim", { colours: coloursFrom("#a8442a") });
  const both = changeKind(red, "entity", { colours: coloursFrom("#5f6b00") });
  const light = likenessesOf(both).filter(({ theme }) => theme === "light");
  expect(light).toContainEqual({
    kinds: ["claim", "entity"],
    theme: "light",
    eyes: ["no-green"],
  });
});

test("[B4] the same colour twice is alike to everybody", () => {
  const { colours } = kindOf(POSTIL_CORE, "claim");
  const likenesses = likenessesOf(changeKind(POSTIL_CORE, "framing", { colours }));
  expect(likenesses).toEqual([
    {
      kinds: ["claim", "framing"],
      theme: "light",
      eyes: ["all-cones", "no-red", "no-green", "no-blue"],
    },
    {
      kinds: ["claim", "framing"],
      theme: "dark",
      eyes: ["all-cones", "no-red", "no-green", "no-blue"],
    },
  ]);
});
