// What an article's text takes from an editor, and what it refuses.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { articleFragment, readNodes, writeNodes } from "#domain/article/article.ts";
import { IMAGE_LENGTH } from "#domain/article/image.ts";
import type { Refusal } from "#domain/wire.ts";
import { admitToArticle } from "./admit-article.ts";
import { content, type HandMadeStruct, handMadeUpdate } from "./hand-made-update.ts";

const EVA = 7;
const sender = { user: "eva", ownerOf: (client: number) => (client === 900 ? "ben" : null) };

/** Clocks of the article below: its paragraph, the paragraph's text, and the first letter in it. */
const PARAGRAPH = 0;
const TEXT = 1;
const LETTERS = 2;

/** An article of one paragraph, "Hi 😀 you", written by client 7; its next clock is `NEXT`. */
function articleOf(text = "Hi 😀 you"): Y.Doc {
  const written = new Y.Doc();
  written.clientID = EVA;
  writeNodes(written, [{ type: "paragraph", content: [{ type: "text", text }] }]);
  const article = new Y.Doc();
  articleFragment(article);
  Y.applyUpdate(article, Y.encodeStateAsUpdate(written));
  return article;
}

const NEXT = 11;

/** A struct that continues what client 7 wrote. */
const next = (...structs: readonly HandMadeStruct[]): Uint8Array =>
  handMadeUpdate([{ client: EVA, clock: NEXT, structs }]);

const inText = { parent: [EVA, TEXT] } as const;
const inRoot = { parent: "default" } as const;

describe("hostile updates", () => {
  const lists = (depth: number): HandMadeStruct[] => [
    { ...inRoot, ...content.type(3, "bulletList") },
    ...Array.from({ length: depth }, (_, index) => ({
      parent: [EVA, NEXT + index] as const,
      ...content.type(3, "listItem"),
    })),
  ];
  const cases: readonly (readonly [string, Uint8Array, Refusal])[] = [
    ["an unknown root", next({ parent: "other", ...content.type(3, "paragraph") }), "malformed"],
    ["an unknown node", next({ ...inRoot, ...content.type(3, "script") }), "malformed"],
    ["an unknown mark", next({ ...inText, ...content.mark("blink", "true") }), "malformed"],
    ["a mark of broken JSON", next({ ...inText, ...content.mark("bold", "{") }), "malformed"],
    ["a map", next({ ...inRoot, ...content.type(1) }), "malformed"],
    ["a hook", next({ ...inRoot, ...content.type(5, "paragraph") }), "malformed"],
    ["a subdocument", next({ ...inRoot, ...content.subdocument("b7c2") }), "malformed"],
    ["an embed", next({ ...inText, ...content.embed("{}") }), "malformed"],
    ["raw bytes", next({ ...inText, ...content.binary(new Uint8Array(9)) }), "malformed"],
    ["words outside a text", next({ ...inRoot, ...content.text("loose") }), "malformed"],
    ["a node inside a text", next({ ...inText, ...content.type(3, "paragraph") }), "malformed"],
    ["a value in a list", next({ ...inRoot, ...content.any(1) }), "malformed"],
    ["an attribute of the root", next({ ...inRoot, key: "x", ...content.any(1) }), "malformed"],
    [
      "words as an attribute",
      next({ parent: [EVA, PARAGRAPH], key: "x", ...content.text("w") }),
      "malformed",
    ],
    ["children of a letter", next({ parent: [EVA, LETTERS], ...content.text("w") }), "malformed"],
    [
      "neighbours in different parents",
      next({ origin: [EVA, PARAGRAPH], rightOrigin: [EVA, LETTERS], ...content.text("w") }),
      "malformed",
    ],
    [
      "neighbours in the wrong order",
      next({ origin: [EVA, LETTERS + 2], rightOrigin: [EVA, LETTERS], ...content.text("w") }),
      "malformed",
    ],
    [
      "neighbours in the wrong order, by way of an item of its own",
      next(
        { origin: [EVA, LETTERS + 2], rightOrigin: [EVA, LETTERS + 3], ...content.text("w") },
        { origin: [EVA, NEXT], rightOrigin: [EVA, LETTERS], ...content.text("w") },
      ),
      "malformed",
    ],
    [
      "half an emoji, from the left",
      next({ origin: [EVA, LETTERS + 3], ...content.text("w") }),
      "malformed",
    ],
    [
      "half an emoji, from the right",
      next({ rightOrigin: [EVA, LETTERS + 4], ...content.text("w") }),
      "malformed",
    ],
    ["half an emoji, deleted", handMadeUpdate([], [[EVA, [[LETTERS + 3, 1]]]]), "malformed"],
    [
      "half an emoji of its own",
      next({ ...inText, ...content.text("😀") }, { origin: [EVA, NEXT], ...content.text("w") }),
      "malformed",
    ],
    ["nodes too deep", next(...lists(16)), "malformed"],
    ["a right neighbour of an attribute", attributeWithRight(), "malformed"],
    ["several living attributes", severalAttributes(), "malformed"],
    [
      "another's client id",
      handMadeUpdate([
        { client: 900, clock: 0, structs: [{ ...inRoot, ...content.type(3, "paragraph") }] },
      ]),
      "foreign-client",
    ],
    ["a gap", handMadeUpdate([{ client: EVA, clock: 50, structs: [content.collected(1)] }]), "gap"],
    ["what nobody has", next({ origin: [3, 3], ...content.text("w") }), "unknown-reference"],
    ["itself", next({ origin: [EVA, NEXT], ...content.text("w") }), "unknown-reference"],
    ["a deletion of the future", handMadeUpdate([], [[EVA, [[0, 99]]]]), "unknown-reference"],
  ];

  test.each(cases)("[S6] %s is refused", (_what, update, refusal) => {
    const article = articleOf();
    const before = Y.encodeStateAsUpdate(article);
    expect(admitToArticle(update, article, sender).refusal).toBe(refusal);
    expect(Y.encodeStateAsUpdate(article)).toEqual(before);
  });

  test("[S6] neighbours in the wrong order are harmless to what the same update deletes", () => {
    const struct = { origin: [EVA, LETTERS + 2], rightOrigin: [EVA, LETTERS] } as const;
    const section = { client: EVA, clock: NEXT, structs: [{ ...struct, ...content.text("w") }] };
    const update = handMadeUpdate([section], [[EVA, [[NEXT, 1]]]]);
    expect(admitToArticle(update, articleOf(), sender).refusal).toBeNull();
  });

  test("[S6] fifteen nested lists are still an article", () => {
    expect(admitToArticle(next(...lists(15)), articleOf(), sender).refusal).toBeNull();
  });

  test("[S6] an image is as long as an image may be", () => {
    const image = (length: number): Uint8Array =>
      next(
        { ...inRoot, ...content.type(3, "image") },
        { parent: [EVA, NEXT], key: "src", ...content.any("x".repeat(length)) },
      );
    expect(admitToArticle(image(IMAGE_LENGTH), articleOf(), sender).refusal).toBeNull();
    expect(admitToArticle(image(IMAGE_LENGTH + 1), articleOf(), sender).refusal).toBe("malformed");
  });

  function severalAttributes(): Uint8Array {
    return next({ parent: [EVA, PARAGRAPH], key: "level", ...content.any(1, 2) });
  }

  function attributeWithRight(): Uint8Array {
    return next(
      { parent: [EVA, PARAGRAPH], key: "level", ...content.any(1) },
      { rightOrigin: [EVA, NEXT], ...content.any(2) },
    );
  }
});

describe("honest editing", () => {
  /** Without emoji: Yjs itself tears them in the document of an editor who deletes half of one. */
  const WORDS = "The mayor lied to us all.";

  type Pick = (n: number) => number;

  /** One edit as an editor makes it, at a place that `pick` chooses. */
  function edit(article: Y.Doc, pick: Pick): void {
    const fragment = articleFragment(article);
    const element = fragment.length === 0 ? null : fragment.get(pick(fragment.length));
    const text = element instanceof Y.XmlElement ? element.get(0) : null;
    const edits: (() => void)[] = [
      () => fragment.insert(pick(fragment.length + 1), [paragraph(`new ${pick(9)}`)]),
    ];
    if (text instanceof Y.XmlText) {
      const end = text.toString().startsWith("<") ? 1 : text.length;
      edits.push(
        () => text.insert(pick(2), "é"),
        () => text.delete(0, Math.min(1, text.length)),
        () => text.format(0, Math.min(2, end), { bold: pick(2) === 0 ? true : null }),
        () => text.format(0, Math.min(2, end), { link: { href: "https://example.org" } }),
      );
    }
    if (element instanceof Y.XmlElement) {
      edits.push(
        () => element.setAttribute("level", `${pick(3)}`),
        () => fragment.delete(pick(fragment.length), 1),
      );
    }
    edits[pick(edits.length)]?.();
  }

  function paragraph(words: string): Y.XmlElement {
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText(words)]);
    return element;
  }

  test("[S6] what two editors do is admitted, update by update and after a while offline", () => {
    const step = fc.tuple(fc.nat(1), fc.infiniteStream(fc.nat(1000)), fc.nat(3));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const [server, ...editors] = [WORDS, WORDS, WORDS].map((words) => articleOf(words));
        if (!server) return;
        const work = ([who, numbers, pause]: (typeof steps)[number]): void => {
          const editor = editors.at(who) ?? server;
          edit(editor, (n) => (numbers.next().value ?? 0) % n);
          if (pause === 0) handIn(editor, server);
        };
        steps.map(work);
        for (const editor of [...editors, ...editors]) handIn(editor, server);
        for (const editor of editors) expect(readNodes(editor)).toEqual(readNodes(server));
      }),
      { numRuns: 150 },
    );
  });

  /** Sends everything there and back, as after a reconnect. */
  function handIn(editor: Y.Doc, server: Y.Doc): void {
    const update = Y.encodeStateAsUpdate(editor, Y.encodeStateVector(server));
    const admission = admitToArticle(update, server, sender);
    if (admission.refusal !== null) throw new Error(admission.refusal);
    Y.applyUpdate(server, admission.bytes);
    expect(server.store.pendingStructs).toBeNull();
    Y.applyUpdate(editor, Y.encodeStateAsUpdate(server, Y.encodeStateVector(editor)));
  }
});

describe("fuzz", () => {
  const client = fc.constantFrom(7, 8);
  const id = fc.tuple(client, fc.nat(13));
  const what = fc.oneof(
    fc.constantFrom("w", "😀", "two").map(content.text),
    fc.constantFrom("true", "null").map((json) => content.mark("bold", json)),
    fc.constantFrom("paragraph", "bulletList").map((name) => content.type(3, name)),
    fc.constant(content.type(6)),
    fc.integer({ min: 1, max: 3 }).map(content.deleted),
    fc.constant(content.any("3")),
  );
  const place = fc.oneof(
    fc.record({ origin: id }),
    fc.record({ rightOrigin: id }),
    fc.record({ origin: id, rightOrigin: id }),
    fc.record({ parent: fc.oneof(fc.constant("default"), id) }),
    fc.record({ parent: id, key: fc.constant("level") }),
  );
  const struct = fc.tuple(place, what).map(([where, content]) => ({ ...where, ...content }));
  const section = fc.record({
    client,
    clock: fc.constantFrom(0, NEXT, NEXT + 1),
    structs: fc.array(struct, { minLength: 1, maxLength: 3 }),
  });
  const range = fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 4 }));
  const handMade = fc
    .tuple(
      fc.uniqueArray(section, { selector: (each) => each.client, maxLength: 2 }),
      fc.uniqueArray(fc.tuple(client, fc.tuple(range)), {
        selector: ([each]) => each,
        maxLength: 1,
      }),
    )
    .map(([sections, deletes]) => handMadeUpdate(sections, deletes));

  test("[S6] whatever is admitted, Yjs applies, and a newcomer reads the same", () => {
    let admitted = 0;
    fc.assert(
      fc.property(fc.array(handMade, { minLength: 1, maxLength: 5 }), (updates) => {
        const article = articleOf();
        for (const update of updates) {
          const admission = admitToArticle(update, article, sender);
          if (admission.refusal !== null) continue;
          admitted++;
          Y.applyUpdate(article, admission.bytes);
          expect(article.store.pendingStructs).toBeNull();
          expect(article.store.pendingDs).toBeNull();
        }
        const newcomer = new Y.Doc();
        articleFragment(newcomer);
        Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(article));
        expect(readNodes(newcomer)).toEqual(readNodes(article));
      }),
      { numRuns: 1500 },
    );
    expect(admitted).toBeGreaterThan(200);
  });
});
