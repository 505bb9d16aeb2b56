// What clients asked a server to keep and what it promised them, held against what readers then see.

export type Deed = "add" | "delete";

/** Reader → author → the annotations of theirs that this reader sees, once each as often as they come. */
export type Seen = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What became of one annotation, as far as its author knows. */
type Entry = { readonly author: string; added: Certainty; deleted: Certainty };

/** `called`: asked for, and no answer came yet. `unknown`: none will come. */
type Certainty = "no" | "called" | "acknowledged" | "unknown";

export class Ledger {
  /** Annotation → its entry, in the order in which each author called for them. */
  readonly #entries = new Map<string, Entry>();

  /** An author asks the server for something. Ids are never used twice. */
  called(author: string, deed: Deed, id: string): void {
    const known = this.#entries.get(id);
    if (deed === "delete" && known) known.deleted = "called";
    else if (deed === "add" && !known)
      this.#entries.set(id, { author, added: "called", deleted: "no" });
    else throw new Error(`no such deed: ${deed} ${id}`);
  }

  /** The server promised to keep everything that this author called for until now. */
  acknowledged(author: string): void {
    this.#settle(author, "acknowledged");
  }

  /** An author lost their memory: what was not acknowledged yet never will be. */
  forgot(author: string): void {
    this.#settle(author, "unknown");
  }

  #settle(author: string, certainty: Certainty): void {
    for (const entry of this.#entries.values()) {
      if (entry.author !== author) continue;
      if (entry.added === "called") entry.added = certainty;
      if (entry.deleted === "called") entry.deleted = certainty;
    }
  }

  /** How many annotations the server promised to keep. */
  get promised(): number {
    return [...this.#entries.values()].filter(({ added }) => added === "acknowledged").length;
  }

  /** What is wrong with what readers see, as sentences; none when every promise was kept. */
  faults(seen: Seen): string[] {
    const faults: string[] = [];
    for (const [reader, byAuthor] of seen) {
      for (const fault of this.#faultsOf(byAuthor)) faults.push(`${reader}: ${fault}`);
    }
    const answers = new Map([...seen].map(([reader, byAuthor]) => [reader, asText(byAuthor)]));
    const [first] = answers.values();
    for (const [reader, answer] of answers) {
      if (answer !== first) faults.push(`${reader} sees something else than the first reader`);
    }
    return faults;
  }

  *#faultsOf(byAuthor: ReadonlyMap<string, readonly string[]>): Generator<string> {
    const present = new Set<string>();
    for (const [author, ids] of byAuthor) {
      for (const id of ids) {
        if (present.has(id)) yield `${id} is there twice`;
        if (this.#entries.get(id)?.author !== author) yield `${author} never wrote ${id}`;
        present.add(id);
      }
    }
    yield* this.#broken(present);
  }

  *#broken(present: ReadonlySet<string>): Generator<string> {
    /** Authors of whom something is missing: nothing that they wrote later may be there. */
    const behind = new Set<string>();
    for (const [id, entry] of this.#entries) {
      const isThere = present.has(id);
      const fault = isThere ? faultOfPresent(entry) : faultOfAbsent(entry);
      if (fault) yield `${id} ${fault}`;
      if (isThere && behind.has(entry.author)) yield `${id} is there without what came before it`;
      if (!isThere && entry.deleted === "no" && entry.added !== "unknown") behind.add(entry.author);
    }
  }
}

const faultOfPresent = ({ deleted }: Entry): string | null =>
  deleted === "acknowledged" ? "was deleted and came back" : null;

const faultOfAbsent = ({ added, deleted }: Entry): string | null =>
  added === "acknowledged" && deleted === "no" ? "is lost" : null;

const asText = (byAuthor: ReadonlyMap<string, readonly string[]>): string =>
  JSON.stringify([...byAuthor].map(([author, ids]) => [author, ids.toSorted()]).sort());
