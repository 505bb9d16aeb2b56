// What a new article is made of.

import type { z } from "@hono/zod-openapi";
import type { BroughtIn } from "../import/importer.ts";
import { bringInFile, bringInPage, broughtIn } from "./bring-in.ts";
import { type Called, sendsFile } from "./guard.ts";
import { type Caller, type Draft, typedNodes } from "./new-article.ts";
import type { Services } from "./services.ts";
import type { newArticleShape } from "./shapes.ts";
import { blocksUnder, takenOf } from "./taken.ts";

/**
 * The article that a request asks for: typed words, something brought in before, or a page or file that is
 * brought in now. Ends the request where that is not possible.
 */
export async function draftOf(
  services: Services,
  context: Called,
  caller: Caller,
  wanted: z.infer<typeof newArticleShape>,
): Promise<Draft> {
  const { title, text } = wanted;
  if (sendsFile(context)) return draftOfNew(services, await bringInFile(services, context, caller));
  const said = {
    ...(title !== undefined && { title }),
    ...(wanted.byline !== undefined && { byline: wanted.byline || null }),
    ...(wanted.language !== undefined && { language: wanted.language }),
    ...(wanted.source !== undefined && { source: wanted.source || null }),
  };
  if (wanted.import !== undefined) {
    const kept = await broughtIn(services, caller.person.id, wanted.import);
    return { ...draftOfImport(kept, new Set(wanted.without), title), ...said };
  }
  if (wanted.url !== undefined) {
    const page = await bringInPage(services, context, caller, wanted.url);
    return { ...draftOfNew(services, page, title), ...said };
  }
  const nodes = typedNodes(text ?? "", title ?? "");
  return { title: title ?? "", byline: null, source: null, language: null, nodes, ...said };
}

const draftOfNew = ({ now }: Services, came: BroughtIn, title?: string): Draft =>
  draftOfImport({ ...came, fetchedAt: now() }, new Set(), title);

/** Something brought in as an article, without those of its nodes that have these indexes, under its own or another title. */
function draftOfImport(
  { imported, hash, fetchedAt }: BroughtIn & { readonly fetchedAt: number },
  without: ReadonlySet<number>,
  wanted = imported.title,
): Draft {
  const { title, byline, source, language, published } = imported;
  return {
    ...{ title: title || source || "?", byline, source, language },
    origin: { published, fetchedAt, hash, taken: takenOf(imported, without) },
    nodes: blocksUnder(imported, wanted, without).taken,
  };
}
