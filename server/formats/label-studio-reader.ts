// Label Studio's tasks as they are read. Its regions count in code points, in older versions in UTF-16 code
// units: the words that a region tells say which. Regions in HTML count in the words that a page shows.

import { z } from "zod";
import type { TextRange } from "#domain/article/article-text.ts";
import { CodePoints } from "./code-points.ts";
import { readFlatLabel } from "./flat-label.ts";
import { UnreadableFile } from "./format.ts";
import type { Result, Task, Work } from "./label-studio-tasks.ts";
import {
  type ReadAnnotation,
  type ReadArticle,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { rangeOf } from "./spans.ts";

export function readTask({ data, works, predictions }: Task): ReadArticle {
  const kept = works.filter((work) => !isCancelled(work));
  const results = kept.flatMap(({ result }) => result);
  const text = textIn(data, results);
  if (text === null) throw new UnreadableFile("no-text");
  const counted = { text, points: new CodePoints(text) };
  const told = kept.map((work) => readWork(work, counted));
  const others = told.flatMap(({ others }) => others);
  const count = (type: string): number => others.filter((each) => each.type === type).length;
  const cancelled = works.filter(isCancelled).flatMap(({ result }) => result);
  return readArticle({
    ...{ text, title: z.string().safeParse(data.title).data ?? null },
    annotations: told.flatMap(({ annotations }) => annotations),
    leftOut: someOf({
      "out-of-text": told.reduce((sum, { astray }) => sum + astray, 0),
      ...{ relation: count("relation"), "document-label": count("choices") },
      other: others.length - count("relation") - count("choices") + cancelled.length + predictions,
    }),
  });
}

/** Somebody would not annotate this text; Label Studio leaves out what was there by then. */
const isCancelled = ({ was_cancelled, skipped }: Work): boolean =>
  (was_cancelled || skipped) ?? false;

type Counted = { readonly text: string; readonly points: CodePoints };

type Told = {
  readonly annotations: readonly ReadAnnotation[];
  /** How many regions have no place in the text. */
  readonly astray: number;
  /** What was said of no passage. */
  readonly others: readonly Result[];
};

const nobody = { id: "", name: "" };

function readWork(work: Work, counted: Counted): Told {
  const by = work.created_username ?? work.completed_by ?? nobody;
  const regions = work.result.filter(isRegion);
  const known = new Set(regions.map(({ id }) => id).filter((id) => id !== ""));
  const isAbout = (result: Result): boolean =>
    !isRegion(result) && known.has(result.id) && /^(?:textarea|choices)$/.test(result.type);
  const about = Map.groupBy(work.result.filter(isAbout), ({ id }) => id);
  const read = regions.map((region) => annotationsOf(region, about.get(region.id) ?? [], counted));
  const created = work.created_at ?? null;
  return {
    annotations: read.flatMap((each) => each ?? []).map((each) => ({ ...each, by, created })),
    astray: read.filter((each) => each === null).length,
    others: work.result.filter((each) => !isRegion(each) && !isAbout(each)),
  };
}

const isRegion = ({ type, value: { start, end } }: Result): boolean =>
  type.endsWith("labels") && start !== undefined && end !== undefined;

/** The text is called as the configuration wants: the one that has the regions' words, or else `text`, what they speak of, or the longest. */
function textIn(data: Task["data"], results: readonly Result[]): string | null {
  const keys = Object.keys(data).sort((a, b) => String(data[b]).length - String(data[a]).length);
  const names = new Set(["text", ...results.map(({ to_name }) => to_name), ...keys]);
  const texts = [...names].flatMap((name) => z.string().safeParse(data[name]).data ?? []);
  const [text = null, ...others] = texts;
  if (text === null || others.length === 0) return text;
  const regions = results.filter((result) => isRegion(result) && result.value.text);
  const found = (text: string): number => {
    const counted = { text, points: new CodePoints(text) };
    return regions.filter((region) => rangesWith(region, counted).length > 0).length;
  };
  const told = texts.map((text) => ({ text, count: found(text) }));
  return told.reduce((best, next) => (next.count > best.count ? next : best)).text;
}

/** An annotation for each label of a region; null when it has no place in the text. */
function annotationsOf(
  region: Result,
  about: readonly Result[],
  counted: Counted,
): ReadAnnotation[] | null {
  const range = rangeIn(region, counted);
  if (range === null) return null;
  const notes = about.filter(({ type }) => type === "textarea").flatMap(({ value }) => value.text);
  const note = [...notes, ...(region.meta?.text ?? [])].join("\n");
  const choices = about.filter(({ type }) => type === "choices");
  const attributes = Object.fromEntries(
    choices.map(({ from_name, value }) => [from_name, (value.choices ?? []).join(", ")]),
  );
  const [first, ...others] = tagsOf(region);
  const labels = [first === undefined ? {} : readFlatLabel(first), ...others.map(readFlatLabel)];
  return labels.map((label, index) =>
    readAnnotation({ range, attributes, ...label, note: index === 0 ? note : "" }),
  );
}

const tagsOf = ({ value }: Result): string[] =>
  Object.entries(value)
    .filter(([name]) => name.endsWith("labels"))
    .flatMap(([, told]) => z.array(z.string()).safeParse(told).data ?? []);

/** Where a region stands: as its words tell, and where it tells none or they are put otherwise, as it counts. */
function rangeIn(region: Result, counted: Counted): TextRange | null {
  const [found] = rangesWith(region, counted);
  if (found) return found;
  const span = spanOf(region);
  const isCertain = !isInPage(region) || (!region.value.text && !/<\w/.test(counted.text));
  return span && isCertain ? rangeOf(counted, span.start, span.end) : null;
}

/** Those ways of counting in which the region's words stand there. */
function rangesWith(region: Result, counted: Counted): TextRange[] {
  const span = spanOf(region);
  const [words] = region.value.text ?? [];
  if (span === null || words === undefined) return [];
  const ranges = [rangeOf(counted, span.start, span.end), span];
  return ranges.flatMap((range) =>
    range && range.start < range.end && counted.text.slice(range.start, range.end) === words
      ? [range]
      : [],
  );
}

/** Regions of pages and of talks count in elements, which nobody has here. */
const isInPage = ({ value }: Result): boolean =>
  value.startOffset !== undefined || value.globalOffsets !== undefined;

function spanOf(region: Result): TextRange | null {
  const { start, end, globalOffsets } = region.value;
  if (isInPage(region)) return globalOffsets ?? null;
  const span = { start: Number(start), end: Number(end) };
  return Number.isSafeInteger(span.start) && Number.isSafeInteger(span.end) ? span : null;
}
