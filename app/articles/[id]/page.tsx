// One article: its text first, the desk around it.

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { ArticleHtml } from "#components/article/article-html.tsx";
import type { FirstHighlight } from "#components/article/painting/first-highlights.ts";
import { FIRST_PAINT_SCRIPT } from "#components/article/painting/first-paint-script.ts";
import "#components/article/article.css";
import "#components/overview/overview.css";
import "#components/print/print.css";
import { Desk } from "#components/desk/desk.tsx";
import type { DeskArticle } from "#components/desk/desk-article.ts";
import type { Area } from "#components/words/words.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { readNonce } from "../../nonce.ts";
import {
  type Article,
  articleSchema,
  type Highlights,
  highlightsSchema,
  type Reading,
  readApi,
  sessionSchema,
  spaceSchemeSchema,
} from "../../read-api.ts";
import { Refusal } from "../../refusal.tsx";
import { readWords, WithWords } from "../../words.tsx";
import { JoinPage } from "./join-page.tsx";

type Params = { readonly params: Promise<{ readonly id: string }> };

/** How much of the text has its highlights sent along, in UTF-16 code units: more than a first screen holds. */
const FIRST_SCREEN = 6000;

/** What the desk says, also where it is loaded later, but for the words that come late. */
const SPOKEN = [
  "article",
  "codebook",
  "desk",
  "following",
  "list",
  "margin",
  "print",
  "problems",
  "saving",
  "talk",
  "view",
] as const satisfies readonly Area[];

const doorSchema = z.object({ isOpen: z.boolean() });

const readArticle = cache((id: string) =>
  readApi(`/articles/${encodeURIComponent(id)}`, articleSchema),
);

/** The scheme of the article's space; the same refusal as the article's where that cannot be read. */
async function readScheme(id: string): Promise<Reading<z.infer<typeof spaceSchemeSchema>>> {
  const article = await readArticle(id);
  return article.ok
    ? readApi(`/spaces/${article.value.space.id}/scheme`, spaceSchemeSchema)
    : article;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const article = await readArticle((await params).id);
  return { title: article.ok ? article.value.title : (await readWords("pages"))("article") };
}

export default async function ArticlePage({ params }: Params) {
  const { id } = await params;
  const [session, article, kept, highlights] = await Promise.all([
    readApi("/session", sessionSchema),
    readArticle(id),
    readScheme(id),
    readApi(
      `/articles/${encodeURIComponent(id)}/highlights?until=${FIRST_SCREEN}`,
      highlightsSchema,
    ),
  ]);
  const me = session.ok ? session.value.user : null;
  if (me === null) {
    if (await isOpenToAll(id)) return <JoinPage />;
    redirect(`/join?next=/articles/${encodeURIComponent(id)}`);
  }
  if (!article.ok && article.status === 404) notFound();
  if (!article.ok) return <Closed sentence={article.sentence} />;
  if (!kept.ok) return <Closed sentence={kept.sentence} />;
  const nonce = await readNonce();
  const { content, role, title, language, blocks } = article.value;
  return (
    <WithWords areas={SPOKEN}>
      <Desk article={deskArticle(article.value, kept.value.scheme)} me={me} role={role}>
        <ArticleHtml
          nodes={content}
          language={language === "" ? null : language}
          label={title}
          reader={me.id}
          scheme={kept.value.scheme}
          highlights={highlights.ok ? flat(highlights.value.highlights, blocks) : []}
        />
      </Desk>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of ours; it must run before the first paint */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: FIRST_PAINT_SCRIPT }} />
    </WithWords>
  );
}

/** Whether whoever comes as a guest may read it; else a name would be asked for in vain. */
async function isOpenToAll(id: string): Promise<boolean> {
  const door = await readApi(`/articles/${encodeURIComponent(id)}/door`, doorSchema);
  return door.ok && door.value.isOpen;
}

async function Closed({ sentence }: { readonly sentence: string }) {
  const words = await readWords("pages");
  return <Refusal title={words("article-closed")} sentence={sentence} />;
}

/** The API counts inside blocks, the article in its whole text. */
function flat(highlights: Highlights, blocks: Article["blocks"]): FirstHighlight[] {
  return highlights.flatMap(([block, start, end, kind]) => {
    const origin = blocks[block]?.start;
    return origin === undefined ? [] : [{ kind, start: origin + start, end: origin + end }];
  });
}

function deskArticle(article: Article, scheme: Scheme): DeskArticle {
  const { id, title, byline = null, source = null, language, space: at, content } = article;
  const { template, visibility, seesAll, archived } = article;
  const space = { ...at, template };
  const [first] = content;
  const headed = first?.type === "heading" && first.attrs?.level === 1;
  return {
    ...{ id, title, headed, byline, source, language, space, scheme },
    ...{ visibility, seesAll, archived },
  };
}
