// Everything an editor may do to a marked passage, with real keys. After each, on the editor's page and
// on a reader's page, every highlight lies on its words, or is listed as lost when they are gone.

import { expect } from "@playwright/test";
import { EditingHands } from "./support/editing-hands.ts";
import { addArticle, type Person } from "./support/people.ts";
import { OWNER_STATE } from "./support/shared-server.ts";
import { test } from "./support/test.ts";

/** High enough to paint the whole article. */
const VIEWPORT = { width: 1200, height: 3600 };

type Scenario = {
  readonly name: string;
  /** The marked words; the sentence is "The … went home.", in a paragraph below "On day …". */
  readonly words: string;
  readonly act: (hands: EditingHands) => Promise<void>;
  /** What is painted of them afterwards, block by block; nothing when they are lost. */
  readonly becomes: readonly string[];
};

const SCENARIOS: readonly Scenario[] = [
  {
    name: "typing before it",
    words: "brave young baker",
    act: (hands) => hands.typeBefore("The brave", "So it was. "),
    becomes: ["brave young baker"],
  },
  {
    name: "typing inside it",
    words: "clever young carpenter",
    act: (hands) => hands.typeBefore("carpenter", "old "),
    becomes: ["clever young old carpenter"],
  },
  {
    name: "typing at its start",
    words: "daring young doctor",
    act: (hands) => hands.typeBefore("daring", "very "),
    becomes: ["daring young doctor"],
  },
  {
    name: "typing at its end",
    words: "eager young engineer",
    act: async (hands) => {
      await hands.clickBehind("engineer");
      await hands.type(" too");
    },
    becomes: ["eager young engineer"],
  },
  {
    name: "typing over a part of it",
    words: "famous young farmer",
    act: async (hands) => {
      await hands.select("mous young fa");
      await hands.type("ke old fo");
    },
    becomes: ["fake old former"],
  },
  {
    name: "deleting over its start",
    words: "gentle young gardener",
    act: async (hands) => {
      await hands.select("The gen");
      await hands.press("Delete");
    },
    becomes: ["tle young gardener"],
  },
  {
    name: "deleting all of it",
    words: "happy young hunter",
    act: (hands) => hands.remove("happy young hunter"),
    becomes: [],
  },
  {
    name: "making a part of it bold",
    words: "idle young inspector",
    act: async (hands) => {
      await hands.select("inspect");
      await hands.press("ControlOrMeta+b");
    },
    becomes: ["idle young inspector"],
  },
  {
    name: "a new paragraph before it",
    words: "jolly young judge",
    act: async (hands) => {
      await hands.typeBefore("The jolly", "In the evening.");
      await hands.press("Enter");
    },
    becomes: ["jolly young judge"],
  },
  {
    name: "moving its paragraph",
    words: "keen young knight",
    act: async (hands) => {
      await hands.selectParagraph("The keen");
      await hands.press("ControlOrMeta+x");
      await hands.clickBefore("On day 3");
      await hands.press("ControlOrMeta+v");
    },
    becomes: ["keen young knight"],
  },
  {
    name: "deleting all of it, undone",
    words: "lonely young lawyer",
    act: async (hands) => {
      await hands.remove("lonely young lawyer");
      await hands.undo();
    },
    becomes: ["lonely young lawyer"],
  },
  {
    name: "deleting its paragraph, undone",
    words: "modest young miner",
    act: async (hands) => {
      await hands.selectParagraph("The modest");
      await hands.press("Delete");
      await hands.undo();
    },
    becomes: ["modest young miner"],
  },
  {
    name: "a split inside it",
    words: "noble young nurse",
    act: (hands) => hands.split("nurse"),
    becomes: ["noble young ", "nurse"],
  },
  {
    name: "a split before it",
    words: "odd young officer",
    act: (hands) => hands.split("odd"),
    becomes: ["odd young officer"],
  },
  {
    name: "a split inside it, undone",
    words: "proud young painter",
    act: async (hands) => {
      await hands.split("painter");
      await hands.undo();
    },
    becomes: ["proud young painter"],
  },
  {
    name: "a split inside it, joined again",
    words: "quiet young queen",
    act: async (hands) => {
      await hands.split("queen");
      await hands.press("Backspace");
    },
    becomes: ["quiet young queen"],
  },
  {
    name: "a join with the paragraph before",
    words: "rude young reporter",
    act: (hands) => hands.join("The rude"),
    becomes: ["rude young reporter"],
  },
  {
    name: "a join, undone",
    words: "shy young sailor",
    act: async (hands) => {
      await hands.join("The shy");
      await hands.undo();
    },
    becomes: ["shy young sailor"],
  },
  {
    name: "becoming a heading",
    words: "tired young teacher",
    act: (hands) => hands.turn("The tired", "Heading 2"),
    becomes: ["tired young teacher"],
  },
  {
    name: "becoming a list",
    words: "unhappy young uncle",
    act: (hands) => hands.turn("The unhappy", "Bullet list"),
    becomes: ["unhappy young uncle"],
  },
  {
    name: "becoming a quotation",
    words: "vain young violinist",
    act: (hands) => hands.turn("The vain", "Quotation"),
    becomes: ["vain young violinist"],
  },
  {
    name: "cutting it and pasting it elsewhere",
    words: "wise young writer",
    act: async (hands) => {
      await hands.select("wise young writer");
      await hands.press("ControlOrMeta+x");
      await hands.clickBefore("On day 1");
      await hands.press("ControlOrMeta+v");
    },
    becomes: ["wise young writer"],
  },
];

const TEXT = SCENARIOS.map(({ words }, day) => `On day ${day}.\n\nThe ${words} went home.`);

test("through every kind of edit all highlights stay on their words, for the editor and for readers", async ({
  person,
}) => {
  test.slow();
  const owner = await person("Olive Owner", { storageState: OWNER_STATE, viewport: VIEWPORT });
  const ada = await person("Ada", { viewport: VIEWPORT });
  const article = await addArticle(ada, "Who went home", TEXT.join("\n\n"));
  for (const { words } of SCENARIOS) {
    const data = { kind: "framing", quote: { exact: words } };
    const answer = await ada.api.post(`/api/articles/${article}/annotations`, { data });
    expect(answer.status()).toBe(201);
  }
  const hands = new EditingHands(owner);
  await Promise.all([owner.read(article), ada.read(article)]);
  await hands.startEditing();

  const painted = new Map<string, readonly string[]>(
    SCENARIOS.map(({ words }) => [words, [words]]),
  );
  for (const { name, words, act, becomes } of SCENARIOS) {
    await test.step(name, async () => {
      if (name.endsWith("undone")) await hands.pause();
      await act(hands);
      painted.set(words, becomes);
      await expect.poll(() => textOf(ada)).toBe(await textOf(owner));
      await expectPainted([owner, ada], [...painted.values()].flat());
    });
  }
  await owner.sees("Saved");
  await expectPainted([owner, ada], [...painted.values()].flat());

  await test.step("and through edits of what was made anew", async () => {
    for (const [words, parts] of painted) {
      const last = parts.at(-1)?.split(" ").at(-1);
      if (last === undefined) continue;
      await hands.typeBefore(last, "so-called ");
      painted.set(words, [
        ...parts.slice(0, -1),
        parts.at(-1)?.replace(last, `so-called ${last}`) ?? "",
      ]);
    }
    const all = [...painted.values()].flat();
    await expectPainted([owner], all);
    await expect.poll(() => textOf(ada)).toBe(await textOf(owner));
    await expectPainted([ada], all);
    await ada.page.reload();
    await ada.sees("Saved");
    await expectPainted([ada], all);
  });
  for (const each of [owner, ada]) {
    const lost = each.margin.getByRole("region", { name: "Lost their words" });
    await expect(lost.getByRole("listitem")).toHaveText([/happy young hunter/]);
  }
});

async function expectPainted(people: readonly Person[], words: readonly string[]): Promise<void> {
  for (const each of people) {
    await expect
      .poll(async () => (await each.painted("framing-1")).toSorted())
      .toEqual(words.toSorted());
  }
}

const textOf = (who: Person): Promise<string> => who.article.locator(".article").innerText();
