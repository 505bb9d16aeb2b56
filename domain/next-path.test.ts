import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

test.each([
  "/",
  "/account",
  "/articles/AAAAAAAAAAAAAAAAAAAAAA",
  "/join/abc_-9",
  "/spaces/x/people",
])("[H1] %s is a page to go on to", (path) => {
  expect(nextPath(path)).toBe(path);
});

test.each([
  null,
  "",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/%5cevil.example",
  "https:evil.example",
  "http://postil.example@evil.example",
  "data:text/html,x",
  "/javascript:alert(1)",
  "\\\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/%2f%2fevil.example",
  "%2f%2fevil.example",
  "/articles//evil.example",
  "/articles/../../evil",
  "/\r\nSet-Cookie: a=b",
  "/articles/x\n",
  "/\t/evil.example",
  " /account",
  "/api/session",
  "/owner",
  "/account?next=//evil.example",
  "/account#x",
])("[H1] %j leads to the library instead", (path) => {
  expect(nextPath(path)).toBe("/");
});

test("[H1] whatever is asked for, nobody is led to another site", () => {
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
  const pieced = fc.array(fc.constantFrom(...pieces)).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieced), (wanted) => {
      const { origin, pathname } = new URL(nextPath(wanted), "https://postil.example");
      expect(origin).toBe("https://postil.example");
      expect(pathname).toMatch(/^\/(?:$|account|articles|join|spaces)/);
    }),
    { numRuns: 2000 },
  );
});
