// A generated article on a running Postil, with a layer for each of its people.

import { articleFragment } from "../../domain/article/article.ts";
import { readText } from "../../domain/article/article-text.ts";
import { addArticle, type Guest } from "../postil.ts";
import type { Corpus } from "./corpus.ts";
import { LayerWriter } from "./layer-writer.ts";
import { markedBy } from "./layers.ts";
import { readArticle } from "./read-article.ts";

/** Everyone at a Postil. */
export type Crowd = {
  readonly origin: string;
  /** The authors of all annotations. */
  readonly people: readonly Guest[];
  /** Who writes while others look on. */
  readonly newcomer: Guest;
  readonly owner: Guest;
};

/** An article on a running Postil. */
export type PostilArticle = {
  readonly url: string;
  /** The same text without annotations. */
  readonly bareUrl: string;
  /** Whose annotations arrive while somebody reads. */
  readonly writer: LayerWriter;
};

let turn = 0;

/** Another one each time: a person may add only so many articles in a while. */
function takeTurn(people: readonly Guest[]): Guest {
  const person = people[turn++ % people.length];
  if (!person) throw new Error("There is nobody to add an article.");
  return person;
}

/** Adds the article twice, with its annotations and without. */
export async function publish(corpus: Corpus, crowd: Crowd): Promise<PostilArticle> {
  const { origin, people, newcomer } = crowd;
  const adder = takeTurn(people);
  const id = await addArticle(origin, [adder], corpus);
  const bare = await addArticle(origin, [adder], corpus);
  const text = readText(articleFragment(await readArticle(origin, id, newcomer)));
  for (const [number, person] of people.entries()) {
    const writer = await LayerWriter.join(person, { origin, id, text });
    await writer.fill(markedBy(corpus, number));
    writer.leave();
  }
  return {
    url: `${origin}/articles/${id}`,
    bareUrl: `${origin}/articles/${bare}`,
    writer: await LayerWriter.join(newcomer, { origin, id, text }),
  };
}
