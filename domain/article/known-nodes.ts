// Nodes of an article that come from outside: a file, another program.

import * as Y from "yjs";
import * as z from "zod/mini";
import { ARTICLE_NODES, type ArticleNode, readNodes, writeNodes } from "./article.ts";

/** How deep nodes may lie inside each other. */
const DEEPEST = 16;

const attribute = z.union([z.string(), z.number(), z.boolean()]);

const outline = {
  type: z.enum([...ARTICLE_NODES, "text"]),
  attrs: z.exactOptional(z.record(z.string(), attribute)),
  text: z.exactOptional(z.string().check(z.minLength(1))),
  marks: z.exactOptional(
    z.array(
      z.object({ type: z.string(), attrs: z.exactOptional(z.record(z.string(), z.unknown())) }),
    ),
  ),
};

const nodeSchemas: z.ZodMiniType<ArticleNode>[] = [z.strictObject(outline)];
for (let depth = 1; depth < DEEPEST; depth++) {
  const inner = nodeSchemas[depth - 1] ?? z.never();
  nodeSchemas.push(z.object({ ...outline, content: z.exactOptional(z.array(inner)) }));
}

const nodesSchema = z.array(nodeSchemas.at(-1) ?? z.never());

/**
 * The value as nodes of an article, with only those attributes and marks that we know; null for anything
 * else. Links and images that may not be shown are dropped.
 */
export function knownNodes(value: unknown): ArticleNode[] | null {
  const parsed = nodesSchema.safeParse(value);
  if (!parsed.success) return null;
  const document = new Y.Doc();
  writeNodes(document, parsed.data);
  return readNodes(document);
}
