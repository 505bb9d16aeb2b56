// Visits to pages: everything that is measured of each.

import * as acts from "./acts.ts";
import type { MeasuredPage } from "./chromium.ts";
import type { Corpus } from "./corpus.ts";
import type { Measured } from "./samples.ts";
import type { Venue } from "./venue.ts";
import type { EditingPage, ReadingPage } from "./visits.ts";

/** Loads a page and measures all that it can do. */
export async function measureReading(
  { chromium }: Venue,
  corpus: Corpus,
  { visit, comesAlive, isMarked, hand, send }: ReadingPage,
): Promise<Measured> {
  const page = await chromium.visit(visit);
  const clearings = new acts.Clearings(corpus);
  try {
    const loaded = isMarked ? await load(page, comesAlive) : {};
    await page.settle();
    return {
      ...loaded,
      ...(hand ? { create: await acts.create(page, clearings, hand) } : {}),
      ...(send ? await receive(page, corpus, clearings, send) : {}),
      scroll: [await acts.scrollWork(page)],
    };
  } finally {
    await page.close();
  }
}

/** Loads a page over a slow network and measures how long that takes. */
export async function measureSlowLoad(
  { chromium }: Venue,
  { visit }: ReadingPage,
): Promise<Measured> {
  const page = await chromium.visit({ ...visit, isSlow: true });
  try {
    const { painted } = await load(page, false);
    return painted ? { slow: painted } : {};
  } finally {
    await page.close();
  }
}

/** Types on a page. */
export async function measureTyping(
  { chromium }: Venue,
  corpus: Corpus,
  { visit, begin }: EditingPage,
): Promise<Measured> {
  const page = await chromium.visit(visit);
  const clearings = new acts.Clearings(corpus);
  try {
    await page.settle();
    await begin(page.page);
    await page.settle();
    return { key: [await acts.typingWork(page, clearings.spotIn(clearings.take()))] };
  } finally {
    await page.close();
  }
}

async function load({ page }: MeasuredPage, comesAlive: boolean): Promise<Measured> {
  const painted = await page.evaluate(() => window.probe.painted);
  const alive = comesAlive ? await page.evaluate(() => window.probe.alive) : painted;
  return { painted: [painted], alive: [alive] };
}

async function receive(
  page: MeasuredPage,
  corpus: Corpus,
  clearings: acts.Clearings,
  send: acts.Send,
): Promise<Measured> {
  const add = await acts.receive(page, clearings, send);
  const addWork = [await acts.receivingWork(page, clearings, send)];
  return { add, addWork, burst: [await acts.receiveBurst(page, corpus, clearings, send)] };
}
