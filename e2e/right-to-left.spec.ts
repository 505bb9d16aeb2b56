// Text that is read from the right, with words, names and numbers in it that are not.

import { expect } from "@playwright/test";
import { EditingHands } from "./support/editing-hands.ts";
import type { Person } from "./support/people.ts";
import { OWNER_STATE } from "./support/shared-server.ts";
import { test } from "./support/test.ts";

type Sample = {
  readonly language: string;
  readonly script: string;
  readonly reader: string;
  readonly title: string;
  readonly text: string;
  /** The first four words. */
  readonly begin: readonly string[];
  /** Words with one of the other direction in their midst; what an editor types before the last of them. */
  readonly middle: readonly [string, string, string];
  readonly typed: string;
  /** A word with a part of it, from its second letter on. */
  readonly word: string;
  readonly part: string;
};

const SAMPLES: readonly Sample[] = [
  {
    language: "ar",
    script: "Arabic",
    reader: "ليلى",
    title: "القرار",
    text: "قال الوزير محمد علي في London إن خطة Green Deal ستكلف 4.5 مليون يورو.\n\nالنقاد يقولون إنها كارثة.",
    begin: ["قال", "الوزير", "محمد", "علي"],
    middle: ["في", "London", "إن"],
    typed: "مدينة ",
    word: "يقولون",
    part: "قولو",
  },
  {
    language: "he",
    script: "Hebrew",
    reader: "נועה",
    title: "ההחלטה",
    text: "ראש העיר דוד לוי אמר בתחנת BBC שתוכנית Green Deal תעלה 4.5 מיליון אירו.\n\nהמבקרים אומרים שזה אסון.",
    begin: ["ראש", "העיר", "דוד", "לוי"],
    middle: ["בתחנת", "BBC", "שתוכנית"],
    typed: "הרדיו ",
    word: "אומרים",
    part: "ומרי",
  },
];

for (const sample of SAMPLES) {
  test(`${sample.script} is marked by mouse and by keys, and edited`, async ({ person }) => {
    const owner = await person("Olive Owner", { storageState: OWNER_STATE });
    const reader = await person(sample.reader);
    const { title, text, language } = sample;
    const answer = await reader.api.post("/api/articles", { data: { title, text, language } });
    const { id } = (await answer.json()) as { id: string };
    await Promise.all([owner.read(id), reader.read(id)]);
    const { keyboard } = reader.page;
    const [first, , last] = sample.middle;
    const middle = sample.middle.join(" ");

    await test.step("by keys, from word to word", async () => {
      await reader.article.getByRole("article").focus();
      await expect(async () => {
        await keyboard.press("Control+Shift+ArrowLeft");
        const selected = await reader.page.evaluate(() => String(document.getSelection()));
        expect(selected).toBe(sample.begin.join(" "));
      }).toPass();
      await keyboard.press("e");
      await expectPainted([reader, owner], "entity-1", sample.begin.join(" "));
      await keyboard.press("Escape");
    });

    await test.step("by mouse, over words of both directions", async () => {
      await reader.mark([first, last], "c", "Escape");
      await expectPainted([reader, owner], "claim-1", middle);
    });

    await test.step("an edit in the middle", async () => {
      const hands = new EditingHands(owner);
      await hands.startEditing();
      await hands.typeBefore(last, sample.typed);
      const edited = middle.replace(last, `${sample.typed}${last}`);
      await expectPainted([owner, reader], "claim-1", edited);
    });

    await test.step("its card is read from the right", async () => {
      const quote = reader.page.locator("q", { hasText: new RegExp(`^${middle}$`) });
      const card = reader.card(middle).filter({ has: quote });
      await expect(card.locator(quote)).toHaveCSS("direction", "rtl");
      await expect(card.locator("bdi").filter({ hasText: sample.reader }).first()).toBeVisible();
    });
  });

  test(`a mark on a part of a word in ${sample.script} changes none of its letters`, async ({
    person,
  }) => {
    const reader = await person(sample.reader);
    const { title, text, language, word, part } = sample;
    const answer = await reader.api.post("/api/articles", { data: { title, text, language } });
    await reader.read(((await answer.json()) as { id: string }).id);
    const before = await widthOf(reader, word);
    await reader.page.keyboard.down("Alt");
    await reader.drag(part);
    await reader.page.keyboard.up("Alt");
    await reader.page.keyboard.press("f");
    await expectPainted([reader], "framing-1", part);
    expect(await widthOf(reader, word)).toBeCloseTo(before, 0);
    const end = reader.page.locator('.article-edge[data-edge="end"]');
    const start = reader.page.locator('.article-edge[data-edge="start"]');
    await expect(end).toBeVisible();
    const [left, right] = [await end.boundingBox(), await start.boundingBox()];
    expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  });
}

async function expectPainted(
  people: readonly Person[],
  name: string,
  words: string,
): Promise<void> {
  for (const each of people) await expect.poll(() => each.painted(name)).toEqual([words]);
}

/** How wide a word of the second paragraph is laid out, in CSS pixels. */
function widthOf({ page }: Person, word: string): Promise<number> {
  return page.evaluate((sought) => {
    const block = document.querySelectorAll("[data-article] p")[1];
    const at = block?.textContent?.indexOf(sought) ?? -1;
    if (!block || at < 0) throw new Error("not in the second paragraph");
    const place = (offset: number): [Node, number] => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left <= length) return [node, left];
        left -= length;
      }
      throw new Error("behind the second paragraph");
    };
    const range = document.createRange();
    range.setStart(...place(at));
    range.setEnd(...place(at + sought.length));
    return range.getBoundingClientRect().width;
  }, word);
}
