// Who is at an article, by Yjs client id. The server says who somebody is; a client says only what they look at.

import { z } from "zod";
import { ownerIn } from "#domain/annotation/annotation-ref.ts";
import type { Person } from "#domain/person.ts";
import { type OwnPresence, ownPresenceSchema, PRESENCE_BYTES } from "#domain/presence.ts";
import type { Sight } from "../access/sight.ts";
import type { ClientIds } from "../rooms/client-ids.ts";
import { Rate } from "./rate.ts";
import { encodePresence, orMalformed, type PresenceLine, readPresence } from "./sync-message.ts";

/** Changes a second that are passed on as they come. Clients send five; a little more evens out jitter. */
const PER_SECOND = 6;
/** How many may come in one burst. */
const BURST = 20;
/** How many ids that left are remembered with their clocks. */
const DEPARTED = 1000;
/** How long somebody whose connection broke is still here, in milliseconds: most are back by then. */
const GRACE = 3000;

/** One socket's presence. */
export type Seat = {
  readonly person: Person;
  readonly rate: Rate;
  /** The client id it speaks for, and no other as long as it lives; null until it sent a state. */
  client: number | null;
};

/** What is known of one client id; `said` is null when it has gone. */
type Shown = Omit<PresenceLine, "json"> & {
  readonly person: Person;
  readonly said: OwnPresence | null;
  /** As it is told to whoever sees all. */
  readonly json: string;
};

type Present = { readonly seat: Seat; readonly line: Shown };

/** An awareness message as somebody may see it; null when there is nothing in it for them. */
export type TellPresence = (sight: Sight) => Uint8Array | null;

export class PresenceBoard {
  readonly #clientIds: ClientIds;
  readonly #onChange: () => void;
  readonly #grace: number;
  readonly #present = new Map<number, Present>();
  /** Last clocks of ids that have gone: others ignore a state that is not newer. */
  readonly #departed = new Map<number, number>();
  readonly #changed = new Map<number, Shown>();

  /** `onChange` is called when there is something for `takeChanges`; `grace` is in milliseconds, `GRACE` when absent. */
  constructor(clientIds: ClientIds, onChange: () => void, grace = GRACE) {
    this.#clientIds = clientIds;
    this.#onChange = onChange;
    this.#grace = grace;
  }

  sit(person: Person): Seat {
    return { person, rate: new Rate(PER_SECOND, BURST), client: null };
  }

  /** The people who are here, each once. */
  people(): Person[] {
    const people = new Map(
      [...this.#present.values()].map(({ seat: { person } }) => [person.id, person]),
    );
    return [...people.values()];
  }

  /** Takes an awareness update. False when its client id is somebody else's. Throws Malformed. */
  receive(seat: Seat, update: Uint8Array): boolean {
    for (const { client, clock, json } of readPresence(update)) {
      if (json.length > PRESENCE_BYTES) continue;
      if (client === seat.client) this.#hear(seat, client, clock, json);
      else if (seat.client === null && !this.#claim(seat, client, clock, json)) return false;
    }
    return true;
  }

  /** The socket has gone: its person, too, at once or, where the connection only broke, unless they come back in time. */
  leave(seat: Seat, isLost: boolean): void {
    seat.rate.stop();
    const { client } = seat;
    if (client === null) return;
    if (!isLost) this.#remove(seat, client);
    // whoever came back has taken another seat by then
    else setTimeout(() => this.#remove(seat, client), this.#grace).unref();
  }

  /** An awareness message with everyone who is here and seen. */
  all(sight: Sight): Uint8Array {
    return encodePresence(
      seenOf(
        [...this.#present.values()].map(({ line }) => line),
        sight,
      ),
    );
  }

  /** An awareness message that takes those away who are here and not seen any more; null when there are none. */
  lostBetween(before: Sight, now: Sight): Uint8Array | null {
    const lost = [...this.#present.values()].flatMap(({ line }) => {
      const isLost = before.knownAs(line.person) !== null && now.knownAs(line.person) === null;
      return isLost ? [{ ...line, json: "null" }] : [];
    });
    return lost.length === 0 ? null : encodePresence(lost);
  }

  /** What changed since the last call; null when nothing did. */
  takeChanges(): TellPresence | null {
    if (this.#changed.size === 0) return null;
    const changed = [...this.#changed.values()];
    this.#changed.clear();
    return (sight) => {
      const lines = seenOf(changed, sight);
      return lines.length === 0 ? null : encodePresence(lines);
    };
  }

  /** The first state on a socket tells its client id. False when that is somebody else's. */
  #claim(seat: Seat, client: number, clock: number, json: Uint8Array): boolean {
    const state = parse(json);
    if (state === null || isSentBack(state, seat.person)) return true;
    if (!this.#clientIds.reserve(client, seat.person.id)) return false;
    seat.client = client;
    this.#hear(seat, client, Math.max(clock, this.#lastClock(client) + 1), json);
    return true;
  }

  #hear(seat: Seat, client: number, clock: number, json: Uint8Array): void {
    const state = parse(json);
    if (state === null) {
      this.#remove(seat, client);
      return;
    }
    if (clock <= this.#lastClock(client)) return;
    const own = ownPresenceSchema.safeParse(state);
    const said = own.success ? own.data : { selection: null, note: null };
    const { person } = seat;
    const line = { client, clock, person, said, json: stamped(said, person) };
    this.#present.set(client, { seat, line });
    seat.rate.run(() => this.#change(client));
  }

  #remove(seat: Seat, client: number): void {
    const present = this.#present.get(client);
    if (present?.seat !== seat) return;
    const { clock } = present.line;
    this.#present.delete(client);
    this.#rememberDeparted(client, clock);
    this.#changed.set(client, { ...present.line, said: null, json: "null" });
    this.#onChange();
  }

  /** y-protocols passes over a state whose clock is 0, or not above the last that it saw. */
  #lastClock(client: number): number {
    return this.#present.get(client)?.line.clock ?? this.#departed.get(client) ?? 0;
  }

  #change(client: number): void {
    const present = this.#present.get(client);
    if (!present) return;
    this.#changed.set(client, present.line);
    this.#onChange();
  }

  #rememberDeparted(client: number, clock: number): void {
    this.#departed.delete(client);
    this.#departed.set(client, clock);
    const [oldest] = this.#departed.keys();
    if (this.#departed.size > DEPARTED && oldest !== undefined) this.#departed.delete(oldest);
  }
}

const stamped = (said: OwnPresence, user: Person): string => JSON.stringify({ ...said, user });

/** Those lines that somebody may see, as far as they may: where a note is written says whose it is. */
function seenOf(lines: readonly Shown[], { knownAs, sees }: Sight): PresenceLine[] {
  return lines.flatMap((line): PresenceLine[] => {
    const { person, said } = line;
    const known = knownAs(person);
    if (known === null) return [];
    const note = said?.note != null && sees(ownerIn(said.note)) ? said.note : null;
    const isAsItIs = said === null || (known === person && note === said.note);
    return [isAsItIs ? line : { ...line, json: stamped({ ...said, note }, known) }];
  });
}

const stampedSchema = z.object({ user: z.object({ id: z.string() }) });

/** Whether a state is somebody else's, as passed on before: y-websocket sends back what it receives. */
function isSentBack(state: unknown, { id }: Person): boolean {
  const stamped = stampedSchema.safeParse(state);
  return stamped.success && stamped.data.user.id !== id;
}

const utf8 = new TextDecoder();

function parse(json: Uint8Array): unknown {
  return orMalformed(() => JSON.parse(utf8.decode(json)));
}
