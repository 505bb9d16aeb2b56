// What a page says of itself: in its metadata, and in the JSON-LD that it tells search engines.

import { oneLine } from "./clean-words.ts";
import { languageOf } from "./language.ts";

export type PageFacts = {
  /** The titles that it gives itself, the best first; the last one may hold the name of the site. */
  readonly titles: readonly string[];
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
  /** Its own address, as it says, if on the same site; else where it was fetched. */
  readonly source: string | null;
};

/** Reads the facts of a page that was fetched from `url`; null when it came from a file. */
export function factsOf(document: Document, url: string | null): PageFacts {
  const told = articleTold(document);
  const meta = (...names: readonly string[]): string =>
    names.map((name) => metaIn(document, name)).find((content) => content !== "") ?? "";
  return {
    titles: [
      oneLine(told.headline),
      meta("og:title", "twitter:title", "dc.title", "title"),
      oneLine(document.querySelector("h1")?.textContent),
      oneLine(document.querySelector("title")?.textContent),
    ].filter((title) => title !== ""),
    byline:
      oneLine(told.authors) || nameOnly(meta("author", "dc.creator", "article:author", "byl")),
    published: dateOf(
      told.published ||
        meta("article:published_time", "datePublished", "dc.date", "date", "pubdate") ||
        timeIn(document),
    ),
    language: languageOf(
      document.documentElement.getAttribute("lang") ||
        document.documentElement.getAttribute("xml:lang") ||
        meta("og:locale", "content-language", "dc.language"),
    ),
    source: addressOf(document, url),
  };
}

/** What an element `meta` says, by whichever attribute it is named. */
function metaIn(document: Document, name: string): string {
  const wanted = name.toLowerCase();
  const found = [...document.querySelectorAll("meta")].find((element) =>
    ["property", "name", "itemprop", "http-equiv"].some(
      (attribute) => element.getAttribute(attribute)?.toLowerCase() === wanted,
    ),
  );
  return oneLine(found?.getAttribute("content"));
}

/** A name, not the address of somebody's page. */
const nameOnly = (author: string): string | null =>
  author === "" || /^(?:https?:|@)/.test(author) ? null : author;

const timeIn = (document: Document): string =>
  document
    .querySelector(
      "article time[datetime], main time[datetime], [itemprop=datePublished][datetime]",
    )
    ?.getAttribute("datetime") ?? "";

/** A date, or date and time, as ISO 8601 has them; null for anything else. */
function dateOf(written: string): string | null {
  const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
  const date = written.trim();
  return iso.test(date) && !Number.isNaN(Date.parse(date.slice(0, 10))) ? date : null;
}

function addressOf(document: Document, url: string | null): string | null {
  if (url === null) return null;
  const written = document.querySelector("link[rel~=canonical]")?.getAttribute("href") ?? "";
  const canonical = URL.parse(written, url);
  const fetched = URL.parse(url);
  const isOwn = written !== "" && canonical?.host === fetched?.host;
  return oneLine(isOwn && /^https?:$/.test(canonical?.protocol ?? "") ? canonical?.href : url);
}

type Told = { readonly headline: string; readonly authors: string; readonly published: string };

const ARTICLE =
  /^(?:(?:News|Blog|Reportage|Opinion|Scholarly|Tech|SocialMedia|LiveBlog|Review|Analysis|Background|AdvertiserContent)?(?:Article|Posting|NewsArticle)|Report|WebPage)$/;

/** What JSON-LD says of the article; "" for what it doesn't. */
function articleTold(document: Document): Told {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => thingsIn(script.textContent ?? ""),
  );
  const article = things.find((thing) => ARTICLE.test(wordsOf(thing["@type"]))) ?? {};
  return {
    headline: wordsOf(article.headline),
    authors: namesOf(article.author),
    published: wordsOf(article.datePublished),
  };
}

type Thing = Readonly<Record<string, unknown>>;

function thingsIn(json: string): Thing[] {
  try {
    return flat(JSON.parse(json));
  } catch {
    return []; // pages write all kinds of things there
  }
}

function flat(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(flat);
  if (!isThing(value)) return [];
  return [value, ...(Array.isArray(value["@graph"]) ? value["@graph"].filter(isThing) : [])];
}

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null;

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return wordsOf(value[0]);
  return typeof value === "string" ? value : "";
}

function namesOf(value: unknown): string {
  const authors = Array.isArray(value) ? value : [value];
  return authors
    .map((author) => (isThing(author) ? wordsOf(author.name) : wordsOf(author)))
    .filter((name) => name !== "" && !name.startsWith("http"))
    .join(", ");
}
