// What a label of a file is to become here: guessed by equal names, and chosen from a list.

import { KINDS, type KindId, type Scheme } from "#domain/scheme/scheme.ts";
import type { FileLabel } from "#domain/scheme/scheme-of-file.ts";
import { LENGTHS } from "#domain/scheme/scheme-schema.ts";
import type { FoundLabel } from "./annotated-answer.ts";

/** Null: it is left out. */
export type LabelChoice = FileLabel | null;

/** What people know a label of a file by; "" when it has no name. */
export const nameOf = ({ kind, label, name }: FoundLabel): string => name ?? label ?? kind;

/**
 * The first guess: the same label, else one of the same name, else the kind alone where there is no label;
 * else a new one, or nothing where none may be added. `schemes`: the codebook, also in other languages.
 */
export function guessLabel(
  found: FoundLabel,
  schemes: readonly Scheme[],
  { mayAdd }: { readonly mayAdd: boolean },
): LabelChoice {
  // without a name there is nothing to go by
  if (nameOf(found) === "") return { kind: "claim", label: null };
  const named = namedLikeIt(found, schemes);
  if (named) return named;
  const kind = kindLikeIt(found, schemes);
  if (kind !== undefined && found.label === null) return { kind, label: null };
  return mayAdd ? newLabel(found, kind ?? "entity") : null;
}

/** A new label of the name that it has in the file. */
const newLabel = (found: FoundLabel, kind: KindId): FileLabel => ({
  kind,
  name: nameOf(found).slice(0, LENGTHS.name).toWellFormed().trim() || "?",
});

function namedLikeIt(found: FoundLabel, schemes: readonly Scheme[]): FileLabel | null {
  const name = plain(nameOf(found));
  const places = schemes
    .flatMap(({ kinds }) => kinds)
    .flatMap(({ id: kind, labels }) =>
      labels
        .filter(({ status }) => status !== "retired")
        .map((label) => ({ kind, id: label.id, name: label.name })),
    );
  const same = places.filter((each) => each.id === found.label || plain(each.name) === name);
  const place =
    same.find(({ kind, id }) => kind === found.kind && id === found.label) ??
    same.find(({ kind }) => kind === found.kind) ??
    same[0];
  return place ? { kind: place.kind, label: place.id } : null;
}

function kindLikeIt({ kind }: FoundLabel, schemes: readonly Scheme[]): KindId | undefined {
  const kinds = schemes.flatMap((scheme) => scheme.kinds);
  const named = kinds.find(({ name }) => plain(name) === plain(kind));
  return KINDS.find((each) => each === kind) ?? named?.id;
}

const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}\s_-]/gu, "")
    .toLowerCase();

const OUT = "out";

/** A choice as the value of an option, and back. */
export function choiceKey(choice: LabelChoice): string {
  if (choice === null) return OUT;
  return "name" in choice ? `new ${choice.kind}` : `is ${choice.kind} ${choice.label ?? ""}`;
}

export function choiceOf(key: string, found: FoundLabel): LabelChoice {
  const [what, kindId, label = ""] = key.split(" ");
  const kind = KINDS.find((each) => each === kindId);
  if (kind === undefined) return null;
  return what === "new" ? newLabel(found, kind) : { kind, label: label === "" ? null : label };
}
