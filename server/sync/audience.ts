// Everyone who has an article open, and what they are told: each frame is built once, and each socket is written to once a beat.

import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { decidersOf } from "#domain/talk/article-state.ts";
import {
  CLOSE,
  encodeExcerpt,
  encodeForget,
  encodePeople,
  encodeRoom,
  encodeScheme,
  type RoomUpdate,
  SCHEME_ROOM,
  STATE_ROOM,
} from "#domain/wire.ts";
import type { Sight } from "../access/sight.ts";
import type { Visitors } from "../access/visitors.ts";
import type { Beat } from "../rooms/beat.ts";
import type { ArticleListener, OpenArticle } from "../rooms/open-article.ts";
import type { ArticleSchemes, SpaceScheme } from "../rooms/space-schemes.ts";
import { Excerpts } from "./excerpts.ts";
import { frameOf, keptFrameOf } from "./frame.ts";
import { PresenceBoard, type TellPresence } from "./presence.ts";
import { encodeUpdate } from "./sync-message.ts";

/**
 * What somebody may listen to: the article's text with presence ("text"), a layer, the state or the
 * scheme for those who said HELLO ("room"), the excerpts for them ("excerpt"), a layer as a room of its
 * own ("layer").
 */
export type Topic = {
  readonly kind: "text" | "room" | "excerpt" | "layer";
  /** The owner of the layer, `STATE_ROOM` or `SCHEME_ROOM`; the name of the sight that excerpts are for; empty for the text. */
  readonly room: string;
};

/** One socket. */
export interface Member {
  /** Those whose ears are equal hear the same topics at this moment, in the same words. */
  readonly ear: string;
  readonly sight: Sight;
  hears(topic: Topic): boolean;
  /** Writes what the socket alone is told, then these ready frames. */
  flush(shared: Buffer | null): void;
  close(code: number): void;
}

/** `frame` builds its frame when the first one hears it; null: there is nothing in it for somebody with this sight. */
type Told = { readonly topic: Topic; readonly frame: (sight: Sight) => Buffer | null };

type AudienceParts = {
  readonly article: OpenArticle;
  readonly beat: Beat;
  readonly visitors: Visitors;
  readonly schemes: ArticleSchemes;
  readonly lostFor?: number | undefined;
};

export class Audience implements ArticleListener {
  readonly article: OpenArticle;
  readonly presence: PresenceBoard;
  readonly excerpts: Excerpts;
  readonly #parts: AudienceParts;
  readonly #members = new Set<Member>();
  /** Names that were looked up; null for users who are gone. */
  readonly #people = new Map<string, Person | null>();
  readonly #frames = new WeakMap<RoomUpdate, Buffer>();
  /** Records that wait for the name of a new layer's owner. */
  readonly #unnamed = new Map<string, RoomUpdate[]>();
  readonly #stop: readonly (() => void)[];
  /** Those who decided something in the state, as far as everyone here was told who they are. */
  #deciders: ReadonlySet<string>;
  /** Null until somebody asked for it: nobody needs to be told what nobody has. */
  #scheme: SpaceScheme | null = null;
  #told: Told[] = [];

  constructor(parts: AudienceParts) {
    this.#parts = parts;
    this.article = parts.article;
    const wake = (): void => this.wake();
    this.presence = new PresenceBoard(parts.article.clientIds, wake, parts.lostFor);
    this.excerpts = new Excerpts(parts.article);
    this.#stop = [parts.article.listen(this), parts.schemes.listen(this.#onScheme)];
    this.#deciders = decidersOf(parts.article.decisions());
  }

  get size(): number {
    return this.#members.size;
  }

  join(member: Member, person: Person): void {
    this.#people.set(person.id, person);
    this.#members.add(member);
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.resight();
    if (this.#members.size > 0) return;
    for (const stop of this.#stop) stop();
  }

  /** Has everyone's queue written in the next beat. */
  wake(): void {
    this.#parts.beat.send(this.#flush);
  }

  /** Whether all these users have been looked up. */
  knows(userIds: readonly string[]): boolean {
    return userIds.every((id) => this.#people.has(id));
  }

  /** Looks these users up. */
  async meet(userIds: readonly string[]): Promise<void> {
    const unknown = userIds.filter((id) => !this.#people.has(id));
    const found = await this.#parts.visitors.people(unknown);
    for (const id of unknown) this.#people.set(id, null);
    for (const person of found) this.#people.set(person.id, person);
  }

  /** The scheme, once it was looked up. */
  get scheme(): Scheme | null {
    return this.#scheme?.scheme ?? null;
  }

  /** Looks the scheme up. */
  async readScheme(): Promise<void> {
    const found = await this.#parts.schemes.ofArticle(this.article.id);
    // it may have changed while it was looked up
    this.#scheme ??= found;
  }

  /** To be called with the space that the article is in by now: another may have another scheme. */
  followTo(space: string): void {
    if ((this.#scheme?.space ?? space) === space) return;
    const tell = (found: SpaceScheme): void => {
      this.#scheme = found;
      this.#onScheme(found);
    };
    this.#parts.schemes.ofArticle(this.article.id).then(tell, () => "it went");
  }

  /** These users and all who are here, as somebody may know them; those that are gone are left out. */
  peopleWith(userIds: readonly string[], { knownAs }: Sight): Person[] {
    const people = new Map(this.presence.people().map((person) => [person.id, person]));
    for (const id of userIds) {
      const person = this.#people.get(id);
      if (person) people.set(id, person);
    }
    return [...people.values()].map(knownAs).filter((person) => person !== null);
  }

  /** To be called when somebody sees something else than before. */
  resight(): void {
    if (this.excerpts.areRead)
      this.excerpts.keepOnly(new Set([...this.#members].map(({ sight }) => sight.name)));
  }

  /** The ready frame of a record for those who come, built once. */
  frameOf(record: RoomUpdate): Buffer {
    const frame = this.#frames.get(record) ?? keptFrameOf(encodeRoom(record));
    this.#frames.set(record, frame);
    return frame;
  }

  onText(update: Uint8Array): void {
    this.#tell(TEXT, () => frameOf(encodeUpdate(update)));
  }

  onRecord(record: RoomUpdate): void {
    for (const [room, told] of this.excerpts.follow(record)) {
      this.#tell({ kind: "excerpt", room }, () => frameOf(encodeExcerpt(told)));
    }
    if (record.room === STATE_ROOM) this.#introduceDeciders();
    const waiting = this.#unnamed.get(record.room);
    if (waiting) waiting.push(record);
    else if (record.after > 0 || record.room === STATE_ROOM) this.#tellRecord(record);
    else this.#introduce(record);
  }

  onErased(record: RoomUpdate): void {
    const { room } = record;
    this.#people.delete(room);
    const forget = (): Buffer => frameOf(encodeForget([room]));
    for (const sight of this.excerpts.forget(room)) {
      this.#tell({ kind: "excerpt", room: sight }, forget);
    }
    this.#tell({ kind: "room", room }, forget);
    this.#tell({ kind: "room", room }, () => frameOf(encodeRoom(record)));
    for (const member of [...this.#members]) {
      if (member.hears({ kind: "layer", room })) member.close(CLOSE.noRoom);
    }
  }

  readonly #onScheme = (changed: SpaceScheme): void => {
    if (changed.space !== this.#scheme?.space) return;
    this.#scheme = changed;
    const topic = { kind: "room", room: SCHEME_ROOM } as const;
    this.#tell(topic, () => frameOf(encodeScheme(changed.scheme)));
  };

  onEnd(code: number): void {
    this.#flush();
    for (const member of [...this.#members]) member.close(code);
  }

  /** The first record of a layer: before it, everyone who will see it is told whose it is. */
  #introduce(record: RoomUpdate): void {
    const { room } = record;
    if (this.knows([room])) {
      this.#tellPerson(room);
      this.#tellRecord(record);
      return;
    }
    const waiting = [record];
    this.#unnamed.set(room, waiting);
    const tellAll = (): void => {
      this.#unnamed.delete(room);
      this.#tellPerson(room);
      for (const each of waiting) this.#tellRecord(each);
    };
    // the annotation is worth more than its author's name: it is told even when that cannot be found
    this.meet([room]).then(tellAll, tellAll);
  }

  #introduceDeciders(): void {
    const deciders = decidersOf(this.article.decisions());
    const fresh = [...deciders].filter((id) => !this.#deciders.has(id));
    this.#deciders = deciders;
    const tellAll = (): void => {
      for (const id of fresh) this.#tellPerson(id, STATE_ROOM);
    };
    // what they decided does not wait for their names
    if (fresh.length > 0) this.meet(fresh).then(tellAll, tellAll);
  }

  /** Tells those who hear of `room` who somebody is. */
  #tellPerson(userId: string, room = userId): void {
    const person = this.#people.get(userId);
    if (!person) return;
    this.#told.push({
      topic: { kind: "room", room },
      frame: ({ knownAs }) => {
        const known = knownAs(person);
        return known && frameOf(encodePeople([known]));
      },
    });
    this.wake();
  }

  #tellRecord(record: RoomUpdate): void {
    const { room, update } = record;
    this.#tell({ kind: "room", room }, () => frameOf(encodeRoom(record)));
    this.#tell({ kind: "layer", room }, () => frameOf(encodeUpdate(update)));
  }

  #tell(topic: Topic, build: () => Buffer): void {
    this.#told.push({ topic, frame: once(build) });
    this.wake();
  }

  readonly #flush = (): void => {
    const changes = this.presence.takeChanges();
    if (changes) this.#told.push({ topic: TEXT, frame: framed(changes) });
    const told = this.#told;
    this.#told = [];
    const written = new Map<string, Buffer | null>();
    for (const member of this.#members) {
      const { ear } = member;
      const shared = written.get(ear) ?? framesFor(member, told);
      written.set(ear, shared);
      member.flush(shared);
    }
  };
}

const TEXT: Topic = { kind: "text", room: "" };

/** What somebody hears of all that is told, as frames one after the other; null when it is nothing. */
function framesFor(member: Member, told: readonly Told[]): Buffer | null {
  const frames = told
    .filter(({ topic }) => member.hears(topic))
    .map(({ frame }) => frame(member.sight))
    .filter((frame) => frame !== null);
  const [only] = frames;
  if (only === undefined) return null;
  return frames.length === 1 ? only : Buffer.concat(frames);
}

function framed(tell: TellPresence): Told["frame"] {
  return (sight) => {
    const message = tell(sight);
    return message && frameOf(message);
  };
}

function once<T>(build: () => T): () => T {
  let built: T | null = null;
  return () => {
    built ??= build();
    return built;
  };
}
