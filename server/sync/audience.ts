// Everyone who has an article open, and what they are told: each frame is built once, and each socket is written to once a beat.

import type { Person } from "#domain/person.ts";
import { encodePeople, encodeRoom, type RoomUpdate, STATE_ROOM } from "#domain/wire.ts";
import type { Visitors } from "../access/visitors.ts";
import type { Beat } from "../rooms/beat.ts";
import type { ArticleListener, OpenArticle } from "../rooms/open-article.ts";
import { frameOf } from "./frame.ts";
import { PresenceBoard } from "./presence.ts";
import { encodeUpdate } from "./sync-message.ts";

/** The article's text, and presence. */
export const TEXT_CHANNEL = "text";
/** A layer or the state, for those who said HELLO. */
export const roomChannel = (room: string): string => `room ${room}`;
/** A layer, for sockets that have it open as a room of its own. */
export const layerChannel = (owner: string): string => `layer ${owner}`;

/** One socket. */
export interface Member {
  hears(channel: string): boolean;
  /** Writes what the socket alone is told, then these ready frames. */
  flush(shared: Buffer | null): void;
  close(code: number): void;
}

type Told = { readonly channel: string; readonly encode: () => Uint8Array; frame: Buffer | null };

type AudienceParts = {
  readonly article: OpenArticle;
  readonly beat: Beat;
  readonly visitors: Visitors;
};

export class Audience implements ArticleListener {
  readonly article: OpenArticle;
  readonly presence: PresenceBoard;
  readonly #parts: AudienceParts;
  readonly #members = new Set<Member>();
  readonly #people = new Map<string, Person>();
  /** Records that wait for the name of a new layer's owner. */
  readonly #unnamed = new Map<string, RoomUpdate[]>();
  readonly #stop: () => void;
  #told: Told[] = [];

  constructor(parts: AudienceParts) {
    this.#parts = parts;
    this.article = parts.article;
    this.presence = new PresenceBoard(parts.article.clientIds, () => this.wake());
    this.#stop = parts.article.listen(this);
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
    if (this.#members.size === 0) this.#stop();
  }

  /** Has everyone's queue written in the next beat. */
  wake(): void {
    this.#parts.beat.send(this.#flush);
  }

  /** Names and colours of these users; those that are gone are left out. */
  async peopleOf(userIds: readonly string[]): Promise<Person[]> {
    const unknown = userIds.filter((id) => !this.#people.has(id));
    const found = unknown.length === 0 ? [] : await this.#parts.visitors.people(unknown);
    for (const person of found) this.#people.set(person.id, person);
    return userIds.map((id) => this.#people.get(id)).filter((person) => person !== undefined);
  }

  onText(update: Uint8Array): void {
    this.#tell(TEXT_CHANNEL, () => encodeUpdate(update));
  }

  onRecord(record: RoomUpdate): void {
    const waiting = this.#unnamed.get(record.room);
    if (waiting) waiting.push(record);
    else if (record.after > 0 || record.room === STATE_ROOM) this.#tellRecord(record);
    else this.#introduce(record);
  }

  onEnd(code: number): void {
    this.#flush();
    for (const member of [...this.#members]) member.close(code);
  }

  /** The first record of a layer: before it, everyone who will see it is told whose it is. */
  #introduce(record: RoomUpdate): void {
    const person = this.#people.get(record.room);
    if (person) {
      this.#tellPerson(person);
      this.#tellRecord(record);
      return;
    }
    const waiting = [record];
    this.#unnamed.set(record.room, waiting);
    const tellAll = (people: readonly Person[]): void => {
      this.#unnamed.delete(record.room);
      for (const each of people) this.#tellPerson(each);
      for (const each of waiting) this.#tellRecord(each);
    };
    // without a name the record still counts: the annotation is worth more than its author's name
    this.peopleOf([record.room]).then(tellAll, () => tellAll([]));
  }

  #tellPerson(person: Person): void {
    this.#tell(roomChannel(person.id), () => encodePeople([person]));
  }

  #tellRecord(record: RoomUpdate): void {
    this.#tell(roomChannel(record.room), () => encodeRoom(record));
    this.#tell(layerChannel(record.room), () => encodeUpdate(record.update));
  }

  #tell(channel: string, encode: () => Uint8Array): void {
    this.#told.push({ channel, encode, frame: null });
    this.wake();
  }

  readonly #flush = (): void => {
    const changes = this.presence.takeChanges();
    if (changes) this.#told.push({ channel: TEXT_CHANNEL, encode: () => changes, frame: null });
    const told = this.#told;
    this.#told = [];
    const channels = [...new Set(told.map(({ channel }) => channel))];
    const written = new Map<string, Buffer | null>();
    for (const member of this.#members) {
      const heard = channels.filter((channel) => member.hears(channel));
      const key = heard.join("\n");
      const shared = written.get(key) ?? write(told, new Set(heard));
      written.set(key, shared);
      member.flush(shared);
    }
  };
}

/** The frames of some channels one after the other; null when there are none. */
function write(told: readonly Told[], channels: ReadonlySet<string>): Buffer | null {
  const frames: Buffer[] = [];
  for (const each of told) {
    if (!channels.has(each.channel)) continue;
    each.frame ??= frameOf(each.encode());
    frames.push(each.frame);
  }
  return frames.length === 0 ? null : Buffer.concat(frames);
}
