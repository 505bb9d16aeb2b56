// What somebody sees at an article: whose layers, which people, and under which names. The one place that
// decides it, for sockets, pages and answers alike.

import type { Person } from "#domain/person.ts";
import type { Visibility } from "#domain/space.ts";
import { SCHEME_ROOM } from "#domain/wire.ts";
import { type Actor, authorize } from "./authorize.ts";
import { asPeer } from "./peer-alias.ts";

/** What is set about who sees whom at an article. */
export type Sharing = {
  /** The id of the article's space. */
  readonly space: string;
  readonly visibility: Visibility;
  /** Whether members who are no editors read each other's names. */
  readonly namesShown: boolean;
  /** The user ids of the space's editors and owners: everyone sees them. */
  readonly editors: ReadonlySet<string>;
};

export type Sight = {
  readonly sharing: Sharing;
  /** Names all that the sight depends on: those whose sights have the same name see the same. */
  readonly name: string;
  /** Whether anything that this user wrote is seen. */
  readonly sees: (owner: string) => boolean;
  /**
   * Whether a room (the user id of a layer's owner, `STATE_ROOM` or `SCHEME_ROOM`) is told as it is. Of
   * others, if they are seen at all, an excerpt is told.
   */
  readonly seesWhole: (room: string) => boolean;
  /** A person as they are known here; null: not at all. */
  readonly knownAs: (person: Person) => Person | null;
};

/** What `actor` sees at an article, or in a space for `sharing` as the space itself has set it. */
export function sightOf(actor: Actor, sharing: Sharing): Sight {
  const layer = { type: "layer", owner: actor.userId } as const;
  if (!authorize(actor, "layer.read", layer)) return { sharing, ...NOTHING };
  if (authorize(actor, "layer.read-any", layer)) return { sharing, ...ALL };
  if (sharing.visibility === "own") return ownSight(actor.userId, sharing);
  return sharing.namesShown ? { sharing, ...ALL } : aliasSight(actor.userId, sharing);
}

/** Somebody whom the asker sees, under the name that everyone may read: what an editor writes is read by peers. */
export function namedToAll({ sharing, knownAs }: Sight, person: Person): Person {
  const isAlias = !sharing.namesShown && !sharing.editors.has(person.id);
  return isAlias ? asPeer(sharing.space, person) : (knownAs(person) ?? person);
}

const NOTHING: Omit<Sight, "sharing"> = {
  name: "nothing",
  sees: () => false,
  seesWhole: () => false,
  knownAs: () => null,
};

const ALL: Omit<Sight, "sharing"> = {
  name: "all",
  sees: () => true,
  seesWhole: () => true,
  knownAs: (person) => person,
};

/** Everybody's layers, but of other names only those of editors. */
function aliasSight(me: string, sharing: Sharing): Sight {
  const peers = new WeakMap<Person, Person>();
  return {
    ...{ ...ALL, sharing, name: `aliases ${me} ${editorsOf(sharing)}` },
    knownAs: (person) => {
      if (person.id === me || sharing.editors.has(person.id)) return person;
      const known = peers.get(person) ?? asPeer(sharing.space, person);
      peers.set(person, known);
      return known;
    },
  };
}

/** One's own layer, and of editors' what is not about somebody else's. */
function ownSight(me: string, sharing: Sharing): Sight {
  const sees = (owner: string): boolean => owner === me || sharing.editors.has(owner);
  return {
    ...{ sharing, name: `own ${me} ${editorsOf(sharing)}`, sees },
    seesWhole: (room) => room === me || room === SCHEME_ROOM,
    knownAs: (person) => (sees(person.id) ? person : null),
  };
}

const editorsOf = ({ editors }: Sharing): string => [...editors].sort().join(" ");
