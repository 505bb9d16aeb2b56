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
  "/\\evil.example",
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
