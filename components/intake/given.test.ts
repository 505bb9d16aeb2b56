import { expect, test } from "vitest";
import { fullAddress, givenOfTransfer, type Transfer, wordsGiven } from "./given.ts";

function transfer(data: Readonly<Record<string, string>>, files: readonly File[] = []): Transfer {
  return { files, getData: (type) => data[type] ?? "" };
}

test("[B1] files come before what else a hand holds, all of them", () => {
  const files = [new File(["a"], "a.txt"), new File(["b"], "b.pdf")];
  expect(givenOfTransfer(transfer({ "text/plain": "a.txt" }, files))).toEqual([
    { what: "file", file: files[0] },
    { what: "file", file: files[1] },
  ]);
});

test("[B1] a link that is dropped, and an address that is pasted, are fetched", () => {
  const address = { what: "address", address: "https://news.example/story?x=1" };
  const link = { "text/uri-list": "# a link\r\nhttps://news.example/story?x=1\r\n" };
  expect(givenOfTransfer(transfer({ ...link, "text/html": "<a>x</a>" }))).toEqual([address]);
  expect(givenOfTransfer(transfer({ "text/plain": " https://news.example/story?x=1\n" }))).toEqual([
    address,
  ]);
});

test("[B2] a picture of the words that comes with them is none", () => {
  const picture = new File([], "image.png", { type: "image/png" });
  const data = { "text/plain": "Words", "text/html": "<b>Words</b>" };
  expect(givenOfTransfer(transfer(data, [picture]))).toMatchObject([{ what: "words" }]);
  expect(givenOfTransfer(transfer({}, [picture]))).toMatchObject([{ what: "file" }]);
});

test("[B2] words keep their format, and an address among words is a word", () => {
  const html = "<h2>Head</h2><p>Words";
  const words = { "text/plain": "Head\n\nWords", "text/html": html };
  expect(givenOfTransfer(transfer(words))).toEqual([
    { what: "words", plain: "Head\n\nWords", html, as: "formatted" },
  ]);
  const plain = "See https://news.example/story";
  expect(givenOfTransfer(transfer({ "text/plain": plain }))).toEqual([
    { what: "words", plain, html: null, as: "plain" },
  ]);
  expect(givenOfTransfer(transfer({ "text/plain": " \n" }))).toEqual([]);
});

test.each([
  ["# Head\n\nWords", "markdown"],
  ["Words\n\n## Head", "markdown"],
  ["---\ntitle: Head\n---\nWords", "markdown"],
  ["a | b\n|---|---|\n", "markdown"],
  ["Some **bold** words", "markdown"],
  ["A [link](https://news.example)", "markdown"],
  ["- He came.\n- She went.", "plain"],
  ["#1 of 3\n\nWords * with * stars [and brackets] (and more)", "plain"],
])("[B2] %j is read as %s", (plain, as) => {
  expect(wordsGiven(plain, null).as).toBe(as);
});

test.each([
  ["news.example/story", "https://news.example/story"],
  [" http://news.example ", "http://news.example"],
  ["file:///etc/passwd", "file:///etc/passwd"],
])("[B1] the address %j is %s", (typed, full) => {
  expect(fullAddress(typed)).toBe(full);
});
