// What is said and decided about an annotation, in lines for people.

import { shownValue } from "#domain/scheme/attribute.ts";
import { type KindId, kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { VOTES } from "#domain/talk/talk.ts";
import { type FileWords, wordsIn } from "./file-words.ts";
import type { MarkedAnnotation, MarkedArticle } from "./marked-article.ts";

type Person = MarkedAnnotation["author"];
type Reply = MarkedAnnotation["replies"][number];

/** Tells of the annotations of one article in its words. */
export class Teller {
  readonly #scheme: Scheme;
  readonly #words: FileWords;

  constructor({ scheme, language }: Pick<MarkedArticle, "scheme" | "language">) {
    this.#scheme = scheme;
    this.#words = wordsIn(language);
  }

  /** Kind and label, such as "Name: Person". */
  label({ kind, label }: { readonly kind: KindId; readonly label: string | null }): string {
    const name = label === null ? null : (labelOf(this.#scheme, kind, label)?.name ?? label);
    return [kindOf(this.#scheme, kind).name, name].filter((each) => each !== null).join(": ");
  }

  name({ name }: Person): string {
    return name ?? this.#words.gone;
  }

  /** Attributes, votes, proposals, and what was decided: a line for each. */
  facts(annotation: MarkedAnnotation): string[] {
    return [
      ...this.#attributes(annotation),
      ...this.#votes(annotation),
      ...this.#proposals(annotation),
      ...this.#resolved(annotation),
      ...this.hidden(annotation),
    ];
  }

  /** Who hid it and why; nothing when it is shown. */
  hidden({ hidden }: Pick<Reply, "hidden">): string[] {
    return hidden ? [this.#words.hidden(this.name(hidden.by), hidden.reason)] : [];
  }

  #attributes({ kind, attributes }: MarkedAnnotation): string[] {
    const known = kindOf(this.#scheme, kind).attributes;
    return Object.entries(attributes).map(([id, value]) => {
      const attribute = known.find((each) => each.id === id);
      return `${attribute?.name ?? id}: ${(attribute && shownValue(attribute, value)) ?? value}`;
    });
  }

  #votes({ voters }: MarkedAnnotation): string[] {
    return VOTES.flatMap((vote) => {
      const names = voters.filter((each) => each.vote === vote).map(({ by }) => this.name(by));
      return names.length > 0
        ? [`${this.#words.votes[vote]} (${names.length}): ${names.join(", ")}`]
        : [];
    });
  }

  #proposals({ proposals }: MarkedAnnotation): string[] {
    const { proposed, ...words } = this.#words;
    return proposals.map(({ by, standing, ...label }) => {
      const end = standing === "open" ? "" : ` (${words[standing]})`;
      return proposed(this.name(by), this.label(label)) + end;
    });
  }

  #resolved({ resolved }: MarkedAnnotation): string[] {
    return resolved
      ? [`${this.#words.resolved(this.name(resolved.by))}, ${resolved.at.slice(0, 10)}`]
      : [];
  }
}
