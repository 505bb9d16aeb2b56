import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

const OURS = "https://postil.example";

test.each([
  "/",
  "/articles/er7pOnHbreTzVnHKwotivQ",
  "/articles/a_b-C#annotation=me/x_-",
  "/spaces/x/people?sort=name&page=2",
  "/join/token-1",
  "/account",
])("[G1] %s is a page of ours", (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  "",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%2fevil.example",
  "%2f%2fevil.example",
  "/%5cevil.example",
  "https://evil.example/",
  "https:evil.example",
  "http://postil.example@evil.example",
  "javascript:alert(1)",
  "/javascript:alert(1)",
  "data:text/html,x",
  " /articles",
  "/\t/evil.example",
  "/articles\r\nSet-Cookie: a=b",
  "/articles/x\n",
  "/articles/x?a=\r\nb",
  "/articles/../..//evil.example",
  "/articles/.",
  "/api/session",
  "/_next/static/x.js",
  "/elsewhere",
  "articles/x",
  "/articles//evil.example",
  `/articles/${"x".repeat(65)}`,
  `/articles/x?${"a".repeat(501)}`,
  null,
  undefined,
  7,
  ["/articles"],
])("[G1] %j leads to the start page", (next) => {
  expect(safeNext(next)).toBe("/");
});

test("[G1] nothing leads away, or anywhere but to a page", () => {
  const pieces = [
    "/",
    "\\",
    "articles",
    "evil.example",
    ":",
    "@",
    "?",
    "#",
    "..",
    "%2f",
    "\n",
    "a",
  ];
  const anything = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(anything, (next) => {
      const { origin, pathname } = new URL(safeNext(next), OURS);
      expect(origin).toBe(OURS);
      expect(pathname).toMatch(/^\/(?:$|articles|account|join|owner|sign-in|spaces)/);
    }),
    { numRuns: 2000 },
  );
});
