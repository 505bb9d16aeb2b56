// Who else is at the article: presence and the people who wrote, told as one list.

import { type Awareness, removeAwarenessStates } from "y-protocols/awareness";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { Person } from "#domain/person.ts";
import {
  describeSelection,
  locateSelection,
  type Presence,
  presenceSchema,
} from "#domain/presence.ts";
import type { Participant } from "./article-session.ts";
import { Store } from "./store.ts";

/** How long presence of one's own is gathered before it is sent, in milliseconds. */
const GATHERING = 150;

export class Participants {
  readonly list = new Store<readonly Participant[]>([]);
  readonly #me: string;
  readonly #awareness: Awareness;
  readonly #index: AnnotationIndex;
  readonly #known = new Map<string, Person>();
  readonly #stop: () => void;
  #own: { selection: TextRange | null; note: string | null } = { selection: null, note: null };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #expectsAll = false;

  constructor(me: string, awareness: Awareness, index: AnnotationIndex) {
    this.#me = me;
    this.#awareness = awareness;
    this.#index = index;
    awareness.on("change", this.#refresh);
    this.#stop = index.subscribe(() => {
      if (this.list.get().some((each) => each.selection !== null)) this.#refresh();
    });
  }

  /** The next names that are told are those of everybody: who is not among them is not known any more. */
  expectAll(): void {
    this.#expectsAll = true;
  }

  /** Nobody is here whom the server does not name again. */
  forgetPresent(): void {
    const others = [...this.#awareness.getStates().keys()].filter(
      (client) => client !== this.#awareness.clientID,
    );
    removeAwarenessStates(this.#awareness, others, "sight");
    // or what is told again would be taken for old
    for (const client of others) this.#awareness.meta.delete(client);
  }

  /** Takes in names that the server told. */
  learn(people: readonly Person[]): void {
    if (this.#expectsAll) this.#known.clear();
    this.#expectsAll = false;
    for (const person of people) this.#known.set(person.id, person);
    this.#refresh();
  }

  showSelection(selection: TextRange | null): void {
    this.#own = { ...this.#own, selection };
    this.#tell();
  }

  showWriting(note: string | null): void {
    this.#own = { ...this.#own, note };
    this.#tell();
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#awareness.off("change", this.#refresh);
    this.#stop();
  }

  #tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const { selection, note } = this.#own;
      this.#awareness.setLocalState({
        selection: selection && describeSelection(this.#index.text, selection),
        note,
      });
    }, GATHERING);
  }

  readonly #refresh = (): void => {
    const here = this.#presences();
    for (const { user } of here.values()) this.#known.set(user.id, user);
    const others = [...this.#known.values()].filter(({ id }) => id !== this.#me);
    const now = others
      .map((person) => this.#participant(person, here.get(person.id)))
      .sort(
        (a, b) => Number(b.here) - Number(a.here) || a.person.name.localeCompare(b.person.name),
      );
    // my own presence changes with every selection, and says nothing of others
    const was = this.list.get();
    const isSame = was.length === now.length && now.every((each, at) => sameState(each, was[at]));
    if (!isSame) this.list.set(now);
  };

  #participant(person: Person, presence: Presence | undefined): Participant {
    return {
      person,
      here: presence !== undefined,
      selection: presence ? locateSelection(this.#index.text, presence.selection) : null,
      note: presence?.note ?? null,
    };
  }

  /** One presence per person: of several tabs the one that has something selected or is writing. */
  #presences(): Map<string, Presence> {
    const here = new Map<string, Presence>();
    for (const state of this.#awareness.getStates().values()) {
      const parsed = presenceSchema.safeParse(state);
      if (!parsed.success) continue; // my own, which bears no name
      const { data } = parsed;
      const known = here.get(data.user.id);
      if (!known || data.selection !== null || data.note !== null) here.set(data.user.id, data);
    }
    return here;
  }
}

function sameState(a: Participant, b: Participant | undefined): boolean {
  return (
    a.person.id === b?.person.id &&
    a.person.name === b.person.name &&
    a.person.colour === b.person.colour &&
    a.here === b.here &&
    a.note === b.note &&
    a.selection?.start === b.selection?.start &&
    a.selection?.end === b.selection?.end
  );
}
