// What is wrong with a codebook, as a sentence for people.

import type { Scheme } from "#domain/scheme/scheme.ts";
import type { FileReading } from "#domain/scheme/scheme-file.ts";
import type { Words } from "../words/words.ts";

type Wrong = Pick<Extract<FileReading, { ok: false }>, "at" | "fault">;

/** The parts of a scheme that have a name in the editor. */
const NAMED = [
  "name",
  "glyph",
  "unit",
  "definition",
  "question",
  "examples",
  "counter-examples",
  "questions",
  "colours",
  "labels",
  "details",
  "detail-hint",
  "values",
] as const;

/** `scheme` is the one that it is about; names of kinds and labels are told as they are there. */
export function faultWords(words: Words<"scheme">, { at, fault }: Wrong, scheme: Scheme): string {
  const path = pathOf(words, at, scheme);
  return words(`fault-${fault}`, {
    where: path === "" ? words("where-file") : words("where", { path }),
  });
}

/** "Claim, Checkable fact, Name" for `kinds.0.labels.0.name`. */
function pathOf(words: Words<"scheme">, at: string, scheme: Scheme): string {
  const [first = "", kindAt = "", ...rest] = at.split(".");
  if (first !== "kinds") return partName(words, first);
  const kind = scheme.kinds[Number(kindAt)];
  const [list, place = "", ...parts] = rest;
  const inside = list === "labels" || list === "attributes" ? kind?.[list] : undefined;
  const [part = ""] = inside ? parts : rest;
  const names = [kind?.name, inside?.[Number(place)]?.name, partName(words, part)];
  return names.filter(Boolean).join(", ");
}

/** Those that are called otherwise in the editor. */
const CALLED: Readonly<Record<string, string>> = {
  counterExamples: "counter-examples",
  attributes: "details",
  help: "detail-hint",
};

function partName(words: Words<"scheme">, part: string): string {
  const key = CALLED[part] ?? part;
  const named = NAMED.find((each) => each === key);
  return named === undefined ? part : words(named);
}
