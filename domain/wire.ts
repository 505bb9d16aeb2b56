// Paths, message types, close codes and refusals: all that browser and server must agree on.
// The bytes are described in server/PROTOCOL.md; readers throw on malformed bytes.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as z from "zod/mini";
import { type Person, personSchema, ROLES } from "./person.ts";
import type { Scheme } from "./scheme/scheme.ts";
import { schemeSchema } from "./scheme/scheme-schema.ts";
import { VISIBILITIES } from "./space.ts";

/**
 * The version that a hello names; a server that speaks another closes with `CLOSE.tooOld`. Raised by
 * what an older page would misread, above all when a text may hold what its editor does not know:
 * editors delete that, for everybody.
 */
export const PROTOCOL_VERSION = 1;

/** Message types of y-websocket. */
export const SYNC = 0;
export const AWARENESS = 1;

/** Our own message types. HELLO and PUSH come from the client, the others from the server. */
export const HELLO = 100;
export const PUSH = 101;
export const PEOPLE = 102;
export const ROOM = 103;
export const READY = 104;
export const ANSWER = 105;
export const STORED = 106;
export const SCHEME = 107;
export const SIGHT = 108;
export const FORGET = 109;
export const EXCERPT = 110;
export const PLACE = 111;

/** The room name of `state` in a ROOM message; every other name is the user id of a layer's owner. */
export const STATE_ROOM = "state";

/** Under this name a HELLO says which version of the scheme is held. */
export const SCHEME_ROOM = "scheme";

/** The largest message that a client may send, in bytes; the server's may be larger. */
export const FRAME_BYTES = 256 * 1024;

/** The largest update that fits into such a message, in bytes: types, numbers and lengths come before it. */
export const UPDATE_BYTES = FRAME_BYTES - 32;

export const CLOSE = {
  tooBigFrame: 1009,
  failed: 1011,
  restart: 1012,
  slow: 1013,
  anew: 4000,
  noSession: 4401,
  noAccess: 4403,
  noRoom: 4404,
  clientTaken: 4409,
  setAside: 4410,
  tooBig: 4413,
  malformed: 4422,
  tooOld: 4426,
  tooFast: 4429,
} as const;

/** Why an update was not stored; the position in this list is the code on the wire, 0 means stored. */
export const ANSWERS = [
  "stored",
  "malformed",
  "foreign-client",
  "gap",
  "unknown-reference",
  "not-allowed",
  "too-big",
  "set-aside",
  "not-stored",
  "full",
] as const;

export type Answer = (typeof ANSWERS)[number];
export type Refusal = Exclude<Answer, "stored">;

/** The path of the socket for an article, and for one layer as a room of its own. */
export const articlePath = (articleId: string): string => `/sync/${articleId}`;
export const layerPath = (articleId: string, userId: string): string =>
  `/sync/${articleId}/layer/${userId}`;

/** Room name → the number of its last record that the client holds. */
export type Held = ReadonlyMap<string, number>;

export function encodeHello(held: Held): Uint8Array {
  return message(HELLO, (encoder) => {
    encoding.writeVarUint(encoder, PROTOCOL_VERSION);
    encoding.writeVarUint(encoder, held.size);
    for (const [room, seq] of held) {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, seq);
    }
  });
}

export function readHello(decoder: decoding.Decoder): { version: number; held: Held } {
  const version = decoding.readVarUint(decoder);
  const held = new Map<string, number>();
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    held.set(decoding.readVarString(decoder), decoding.readVarUint(decoder));
  }
  return { version, held };
}

/** An update for the sender's own layer; `request` is chosen by the client and comes back in the answer. */
export type Push = { readonly request: number; readonly update: Uint8Array };

export function encodePush({ request, update }: Push): Uint8Array {
  return message(PUSH, (encoder) => {
    encoding.writeVarUint(encoder, request);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function readPush(decoder: decoding.Decoder): Push {
  return {
    request: decoding.readVarUint(decoder),
    update: decoding.readVarUint8Array(decoder),
  };
}

export function encodePeople(people: readonly Person[]): Uint8Array {
  return message(PEOPLE, (encoder) => encoding.writeVarString(encoder, JSON.stringify(people)));
}

export function readPeople(decoder: decoding.Decoder): Person[] {
  return z.array(personSchema).parse(JSON.parse(decoding.readVarString(decoder)));
}

/** Records `after + 1` to `seq` of a room (or all up to `seq`, when `after` is 0), as one update. */
export type RoomUpdate = {
  readonly room: string;
  readonly after: number;
  readonly seq: number;
  readonly update: Uint8Array;
};

export const encodeRoom = (update: RoomUpdate): Uint8Array => encodePart(ROOM, update);

/** The same of a document that its receiver may not see whole: `readRoom` reads it, too. */
export const encodeExcerpt = (update: RoomUpdate): Uint8Array => encodePart(EXCERPT, update);

function encodePart(type: number, { room, after, seq, update }: RoomUpdate): Uint8Array {
  return message(type, (encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, after);
    encoding.writeVarUint(encoder, seq);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function readRoom(decoder: decoding.Decoder): RoomUpdate {
  return {
    room: decoding.readVarString(decoder),
    after: decoding.readVarUint(decoder),
    seq: decoding.readVarUint(decoder),
    update: decoding.readVarUint8Array(decoder),
  };
}

const tellingSchema = z.object({
  visibility: z.enum(VISIBILITIES),
  /** Whether this is no part of an answer: something has changed, and HELLO is to be said again. */
  changed: z.boolean(),
});

/** Who is sent whose layers at the article. */
export type Telling = Readonly<z.infer<typeof tellingSchema>>;

export function encodeSight(telling: Telling): Uint8Array {
  return message(SIGHT, (encoder) => encoding.writeVarString(encoder, JSON.stringify(telling)));
}

export function readSight(decoder: decoding.Decoder): Telling {
  return tellingSchema.parse(JSON.parse(decoding.readVarString(decoder)));
}

const placeSchema = z.object({
  /** What this person may do at the article: viewer where it is archived. */
  role: z.enum(ROLES),
  /** Whether the article is archived, or its space. */
  archived: z.boolean(),
});

/** What somebody may do at the article. */
export type Place = Readonly<z.infer<typeof placeSchema>>;

export function encodePlace(place: Place): Uint8Array {
  return message(PLACE, (encoder) => encoding.writeVarString(encoder, JSON.stringify(place)));
}

export function readPlace(decoder: decoding.Decoder): Place {
  return placeSchema.parse(JSON.parse(decoding.readVarString(decoder)));
}

/** Names rooms that the receiver may not see any more. */
export function encodeForget(rooms: readonly string[]): Uint8Array {
  return message(FORGET, (encoder) => encoding.writeVarString(encoder, JSON.stringify(rooms)));
}

export function readForget(decoder: decoding.Decoder): string[] {
  return z.array(z.string()).parse(JSON.parse(decoding.readVarString(decoder)));
}

/** Says that everything held was sent. `stateVector` is what the server has of the receiver's own layer. */
export function encodeReady(stateVector: Uint8Array): Uint8Array {
  return message(READY, (encoder) => encoding.writeVarUint8Array(encoder, stateVector));
}

export function readReady(decoder: decoding.Decoder): Uint8Array {
  return decoding.readVarUint8Array(decoder);
}

export function encodeAnswer(request: number, answer: Answer): Uint8Array {
  return message(ANSWER, (encoder) => {
    encoding.writeVarUint(encoder, request);
    encoding.writeVarUint(encoder, ANSWERS.indexOf(answer));
  });
}

export function readAnswer(decoder: decoding.Decoder): { request: number; answer: Answer } {
  const request = decoding.readVarUint(decoder);
  return { request, answer: ANSWERS[decoding.readVarUint(decoder)] ?? "not-stored" };
}

/** An awareness update of y-protocols as a message of y-websocket. */
export function encodeAwareness(update: Uint8Array): Uint8Array {
  return message(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

/** How many of the article updates that this connection sent are on disk by now. */
export function encodeStored(count: number): Uint8Array {
  return message(STORED, (encoder) => encoding.writeVarUint(encoder, count));
}

export function readStored(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

/** The scheme of the article's space. */
export function encodeScheme(scheme: Scheme): Uint8Array {
  return message(SCHEME, (encoder) => encoding.writeVarString(encoder, JSON.stringify(scheme)));
}

export function readScheme(decoder: decoding.Decoder): Scheme {
  return schemeSchema.parse(JSON.parse(decoding.readVarString(decoder)));
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
