// Who someone is to the others: a name and a colour, and whether anybody is there at all.

import * as z from "zod/mini";

/** How many colours tell people apart; a person's colour is an index below it. */
export const PERSON_COLOURS = 12;

/** The longest name, in UTF-16 code units. */
export const NAME_LENGTH = 40;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.int().check(z.nonnegative()),
  /** Whether they came with annotated files, and nobody can come in as them; absent otherwise. */
  standIn: z.optional(z.literal(true)),
});

export type Person = Readonly<z.infer<typeof personSchema>>;

/** What a person may do in a space; each role may do all that the ones before it may. */
export const ROLES = ["viewer", "annotator", "editor", "owner"] as const;

export type Role = (typeof ROLES)[number];

/** Up to two letters that stand for a name: "Curious Otter" is CO. */
export function initialsOf(name: string): string {
  const words = name.split(" ").filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => (word ? [...word][0] : "")?.toLocaleUpperCase() ?? "").join("");
}
