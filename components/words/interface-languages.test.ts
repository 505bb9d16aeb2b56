import { expect, test } from "vitest";
import { chooseLanguage } from "./interface-languages.ts";

const choose = (kept: string | undefined, accepted: string): string =>
  chooseLanguage(kept, accepted).tag;

test("[W1] what was chosen goes before what the browser accepts", () => {
  expect(choose("ar", "de")).toBe("ar");
  expect(choose("xx", "de")).toBe("de");
});

test("[W1] the most wanted language that Postil speaks, whatever its region", () => {
  expect(choose(undefined, "it-IT,fr-CA;q=0.8,de;q=0.9")).toBe("de");
  expect(choose(undefined, "ar-EG, en;q=0.5")).toBe("ar");
  expect(choose(undefined, "de;q=0, es;q=0.1")).toBe("es");
});

test("[W1] English for everyone else, and for nonsense", () => {
  expect(choose(undefined, "it,ja")).toBe("en");
  expect(choose(undefined, "")).toBe("en");
  expect(choose("../..", ";;q=x,,")).toBe("en");
});
