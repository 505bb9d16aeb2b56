// What is measured on an open page: the same acts on Postil's page and on its peers'.

import type { Page } from "playwright-core";
import type { MeasuredPage } from "./chromium.ts";
import type { Corpus } from "./corpus.ts";
import type { Wanted } from "./layers.ts";
import type { Cause } from "./pages/probe.ts";
import { type Spot, spotAt } from "./spot.ts";

/** How often each act is repeated on one page. */
const REPEATED = 5;

/** The annotations that arrive in a burst. */
const BURST = 100;

/** A slow hand holds the mouse this long, in milliseconds: some pages wait to tell a drag from a click. */
const HOLD = 350;

/** Frames that are scrolled, and how far each goes, in CSS pixels. */
const FRAMES = 120;
const STEP = 30;

/** What is typed, and how long a hand takes for each key, in milliseconds. */
const TYPED = "what was said here was said twice ";
const KEY_TIME = 60;

/** Marks what was just selected with the mouse, if that takes more than letting go. */
export type Hand = { readonly cause: Cause; readonly mark: (page: Page) => Promise<void> };

/** Sends what others annotate. */
export type Send = (passages: readonly Wanted[]) => Promise<void>;

/** Takes clearings from the first screen, each once. */
export class Clearings {
  readonly #corpus: Corpus;
  #used = 0;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  take(): Wanted {
    const passage = this.#corpus.clearings[this.#used++];
    if (passage === undefined) throw new Error("There are no clearings left.");
    return { ...passage, kind: "entity", label: "person" };
  }

  spotIn({ start }: Wanted): Spot {
    return spotAt(this.#corpus, start);
  }

  /** The spots of the first and the last letter. */
  endsOf({ start, end }: Wanted): readonly [Spot, Spot] {
    return [spotAt(this.#corpus, start), spotAt(this.#corpus, end - 1)];
  }
}

/** Milliseconds from a hand's last act to its highlight, several times. */
export async function create(
  { page }: MeasuredPage,
  clearings: Clearings,
  hand: Hand,
): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < REPEATED; count++) {
    const passage = clearings.take();
    await select(page, ...clearings.endsOf(passage), async () => {
      if (hand.cause === "pointerup") await expect(page, clearings.spotIn(passage), hand.cause);
    });
    if (hand.cause !== "pointerup") await expect(page, clearings.spotIn(passage), hand.cause);
    await hand.mark(page);
    times.push(await outcome(page));
    await page.keyboard.press("Escape");
    await page.waitForTimeout(HOLD);
  }
  return times;
}

/** Milliseconds from the arrival of somebody else's annotation to its highlight, several times. */
export async function receive(
  { page }: MeasuredPage,
  clearings: Clearings,
  send: Send,
): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < REPEATED; count++) {
    const passage = clearings.take();
    await expect(page, clearings.spotIn(passage), "message");
    await send([passage]);
    times.push(await outcome(page));
    await page.waitForTimeout(HOLD);
  }
  return times;
}

/** Milliseconds that the main thread works for one annotation of somebody else, all that follows included. */
export async function receivingWork(
  page: MeasuredPage,
  clearings: Clearings,
  send: Send,
): Promise<number> {
  const work = await page.workOf(async () => {
    for (let count = 0; count < REPEATED; count++) {
      await send([clearings.take()]);
      await page.page.waitForTimeout(HOLD);
    }
  });
  return work / REPEATED;
}

/** Milliseconds from the arrival of the first of many annotations to the highlight of the last. */
export async function receiveBurst(
  { page }: MeasuredPage,
  corpus: Corpus,
  clearings: Clearings,
  send: Send,
): Promise<number> {
  const last = clearings.take();
  const near = corpus.annotations.toSorted((a, b) => a.start - b.start).slice(0, BURST - 1);
  await expect(page, clearings.spotIn(last), "message");
  await send([...near, last]);
  return outcome(page);
}

/** Milliseconds that the main thread works for each frame while the page is scrolled. */
export async function scrollWork(page: MeasuredPage): Promise<number> {
  const work = await page.workOf(() =>
    page.page.evaluate(
      async ([frames, step]) => {
        for (let count = 0; count < frames; count++) {
          scrollBy({ top: step, behavior: "instant" });
          await new Promise(requestAnimationFrame);
        }
      },
      [FRAMES, STEP] as const,
    ),
  );
  return work / FRAMES;
}

/** Milliseconds that the main thread works for each key while somebody types into the text. */
export async function typingWork(page: MeasuredPage, spot: Spot): Promise<number> {
  const { x, y } = await pointAt(page.page, spot, "before");
  await page.page.mouse.click(x, y);
  await page.page.keyboard.type("so ", { delay: KEY_TIME }); // the first key is dearer than the others
  const work = await page.workOf(() => page.page.keyboard.type(TYPED, { delay: KEY_TIME }));
  return work / TYPED.length;
}

async function select(
  page: Page,
  first: Spot,
  last: Spot,
  beforeUp: () => Promise<void>,
): Promise<void> {
  const start = await pointAt(page, first, "before");
  const end = await pointAt(page, last, "behind");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.waitForTimeout(HOLD);
  await beforeUp();
  await page.mouse.up();
}

/** A point of the window just inside one side of a letter. */
async function pointAt(
  page: Page,
  spot: Spot,
  side: "before" | "behind",
): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([letter, where]) => {
      const { left, right, top, bottom } = window.probe.boxOf(letter);
      return { x: where === "before" ? left + 1 : right - 1, y: (top + bottom) / 2 };
    },
    [spot, side] as const,
  );
}

async function expect(page: Page, spot: Spot, cause: Cause): Promise<void> {
  await page.evaluate(([where, from]) => window.probe.expect(where, from), [spot, cause] as const);
}

const outcome = (page: Page): Promise<number> => page.evaluate(() => window.probe.outcome());
