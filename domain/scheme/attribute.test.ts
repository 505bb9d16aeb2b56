import { expect, test } from "vitest";
import { attributeValue, shownValue } from "./attribute.ts";
import type { Attribute } from "./scheme.ts";

const attribute = (input: Attribute["input"]): Attribute => ({
  ...{ id: "a", name: "A", help: "", input },
  values: input === "choice" ? [{ id: "high", name: "High" }] : [],
});

test.each([
  ["choice", "high", "high"],
  ["choice", "", ""],
  ["choice", "High", null],
  ["text", "  The mayor ", "The mayor"],
  ["link", "https://en.wikipedia.org/wiki/A_(b)?c#d", "https://en.wikipedia.org/wiki/A_(b)?c#d"],
  ["link", " en.wikipedia.org/wiki/Ada ", "https://en.wikipedia.org/wiki/Ada"],
  ["link", "example.org:8080/x", "https://example.org:8080/x"],
  ["link", "HTTP://example.org", "HTTP://example.org"],
  ["link", "javascript:alert(1)", null],
  ["link", "data:text/html,x.y/z", null],
  ["link", "//example.org", null],
  ["link", "https://", null],
  ["link", "https://bank.example@evil.example/", null],
  ["link", "https://example.org:port/", null],
  ["link", "https://two words.org", null],
  ["link", "mailto:ada@example.org", null],
  ["link", "nowhere", null],
] as const)("[L10] a %s holds %j as %j", (input, typed, kept) => {
  expect(attributeValue(attribute(input), typed)).toBe(kept);
});

test("[L10] what is shown is a name, words or a link that may be followed", () => {
  expect(shownValue(attribute("choice"), "high")).toBe("High");
  expect(shownValue(attribute("choice"), "gone")).toBeNull();
  expect(shownValue(attribute("text"), "javascript:alert(1)")).toBe("javascript:alert(1)");
  expect(shownValue(attribute("link"), "javascript:alert(1)")).toBeNull();
});
