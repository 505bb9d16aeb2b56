import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMarkedArticle, goldArticle } from "./formats.test-kit.ts";
import { jsonOf } from "./json.ts";
import type { MarkedArticle } from "./marked-article.ts";
import schema from "./w3c.schema.json" with { type: "json" };
import { w3c } from "./w3c.ts";

const write = w3c.writer?.write ?? expect.unreachable();
const isValid = new Ajv2020({ allErrors: true }).compile(schema);

async function faultsIn(marked: MarkedArticle): Promise<unknown> {
  const [file] = await write(marked, "a");
  isValid(file && jsonOf(file));
  return isValid.errors;
}

test("[FO8] what is written obeys the W3C's model, whatever it tells", async () => {
  expect(await faultsIn(goldArticle())).toBe(null);
  await fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      expect(await faultsIn(marked)).toBe(null);
    }),
  );
});

const text = async (): Promise<string> => {
  const [file] = await write(goldArticle(), "a");
  return JSON.stringify(file && jsonOf(file));
};

test.each([
  ["another context", "http://www.w3.org/ns/anno.jsonld", "http://www.w3.org/ns/other.jsonld"],
  ["an annotation without a target", '"target":{', '"goal":{'],
  ["no IRI", '"id":"https:', '"id":"/https'],
  ["an unknown motivation", '"motivation":"classifying"', '"motivation":"guessing"'],
  ["words without a value", '"value":', '"words":'],
  ["a quote without words", '"exact":', '"words":'],
  ["an offset that is none", '"start":', '"start":-1,"from":'],
  ["a moment without a zone", '.000Z"', '"'],
  ["a body beside its value", '"body":', '"bodyValue":"x","body":'],
  ["a page without its collection", '"partOf":', '"postil:of":'],
  ["a negative total", '"total":', '"total":-'],
])("[FO8] the model is kept to the letter: %s is a fault", async (_, from, to) => {
  const told = await text();
  expect(told).toContain(from);
  expect(isValid(JSON.parse(told.replace(from, to)))).toBe(false);
});
