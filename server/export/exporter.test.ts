import { randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { markedPassage, markedText } from "../formats/formats.test-kit.ts";
import type { MarkedArticle } from "../formats/marked-article.ts";
import { type Export, Exporter, TakerGone, TooBusy } from "./exporter.ts";

/** Articles that no zip makes small, each of more bytes than may wait for a slow reader. */
class Articles {
  asked = 0;
  ended = false;

  async *endless(): AsyncGenerator<MarkedArticle> {
    try {
      for (;;) {
        this.asked++;
        yield markedText(randomBytes(1_500_000).toString("base64"));
      }
    } finally {
      this.ended = true;
    }
  }
}

/** A thread fails that is given this. */
const BROKEN = { ...markedText("One"), annotations: [JSON.parse("null")] };

/** An article that so many people marked; what is written of it for each of them no zip makes small. */
function byMany(people: number): MarkedArticle {
  const passages = Array.from({ length: people }, (_, number) =>
    markedPassage({ author: { id: `${number}`, name: `Person ${number}` }, quote: "x" }),
  );
  return markedText(`x ${randomBytes(100_000).toString("base64")}`, passages);
}

async function bytesOf({ body }: Export): Promise<number> {
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.length;
  return bytes;
}

/** Whether as many exports as may be under way at once are begun; they are ended at once. */
async function isIdle(exporter: Exporter): Promise<boolean> {
  const begun: Export[] = [];
  try {
    for (let count = 0; count < 4; count++)
      begun.push(exporter.ofFolder(inTurn([]), "brat", "Space"));
    return true;
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    return false;
  } finally {
    await Promise.all(begun.map(({ body }) => body.cancel()));
  }
}

const patience = { timeout: 10_000 };

test("[EX3] a reader who goes away ends the thread, and no further article is asked for", async () => {
  const exporter = new Exporter();
  const articles = new Articles();
  const { body } = exporter.ofFolder(articles.endless(), "brat", "Space");
  const reader = body.getReader();
  await reader.read();
  await reader.cancel();
  await vi.waitUntil(() => articles.ended, patience);
  const { asked } = articles;
  await vi.waitUntil(() => isIdle(exporter), patience);
  expect(articles.asked).toBe(asked);
});

test("[EX3] a writer that fails ends the thread, and whoever reads is told", async () => {
  const exporter = new Exporter();
  await expect(exporter.ofArticle(async () => BROKEN, "brat")).rejects.toThrow();
  const folder = exporter.ofFolder(inTurn([markedText("One"), BROKEN]), "brat", "Space");
  await expect(bytesOf(folder)).rejects.toThrow();
  await vi.waitUntil(() => isIdle(exporter), patience);
});

test("[EX3] a reader who goes away before there is a file ends the thread", async () => {
  const exporter = new Exporter();
  const leaving = new AbortController();
  const gathered = Promise.withResolvers<MarkedArticle>();
  const file = exporter.ofArticle(() => gathered.promise, "brat", leaving.signal);
  leaving.abort("left");
  await expect(file).rejects.toBeInstanceOf(TakerGone);
  await vi.waitUntil(() => isIdle(exporter), patience);
  gathered.resolve(markedText("One"));
  const late = new Exporter().ofArticle(async () => markedText("One"), "brat", leaving.signal);
  await expect(late).rejects.toBeInstanceOf(TakerGone);
});

test("[EX3] a reader who goes away between two files of an article ends the thread", async () => {
  const exporter = new Exporter();
  const { body, name } = await exporter.ofArticle(async () => byMany(20), "webanno-tsv");
  expect(name).toBe("A title.zip");
  const reader = body.getReader();
  await reader.read();
  await reader.cancel();
  await vi.waitUntil(() => isIdle(exporter), patience);
});

test("[EX3] an article that cannot be gathered ends the thread, and its taker is told why", async () => {
  const exporter = new Exporter();
  const gone = (): Promise<MarkedArticle> => Promise.reject(new Error("gone"));
  await expect(exporter.ofArticle(gone, "brat")).rejects.toThrow("gone");
  await vi.waitUntil(() => isIdle(exporter), patience);
});

test("[EX1] all files of an article come, whatever their number", async () => {
  const { body } = await new Exporter().ofArticle(async () => byMany(20), "webanno-tsv");
  const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()));
  expect(Object.keys(files)).toHaveLength(22);
  expect(new TextDecoder().decode(files["Person 19.tsv"])).toContain("claim[1]");
});

test("[EX3] articles that cannot be read any more end the thread", async () => {
  const exporter = new Exporter();
  const folder = exporter.ofFolder(failing(), "brat", "Space");
  await expect(bytesOf(folder)).rejects.toThrow("gone");
  await vi.waitUntil(() => isIdle(exporter), patience);
});

test("[EX5] who reads slowly is written for slowly", async () => {
  const exporter = new Exporter();
  const articles = new Articles();
  const { body } = exporter.ofFolder(articles.endless(), "brat", "Space");
  // while others read five articles of the same size, one waits for a reader who does not come
  const five = Array.from({ length: 5 }, () =>
    markedText(randomBytes(1_500_000).toString("base64")),
  );
  expect(await bytesOf(exporter.ofFolder(inTurn(five), "brat", "Space"))).toBeGreaterThan(5e6);
  expect(articles.asked).toBeLessThanOrEqual(2);

  const reader = body.getReader();
  while (articles.asked < 4) await reader.read();
  await reader.cancel();
});

async function* inTurn(articles: readonly MarkedArticle[]): AsyncGenerator<MarkedArticle> {
  yield* articles;
}

async function* failing(): AsyncGenerator<MarkedArticle> {
  yield markedText("One");
  throw new Error("gone");
}
