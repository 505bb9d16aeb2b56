// How each server wants to be spoken to: its frames around the same annotations and presence.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  ANSWER,
  AWARENESS,
  encodeHello,
  encodePush,
  READY,
  readAnswer,
  SYNC,
} from "../../domain/wire.ts";

/** Inside a SYNC message of y-protocols: a request with a state vector, its answer, and an update. */
const SYNC_REQUEST = 0;
const SYNC_ANSWER = 1;
const SYNC_UPDATE = 2;

/** Hocuspocus' message type for a token. */
const AUTH = 2;
const EMPTY_STATE_VECTOR = Uint8Array.of(0);

/** The document that all clients open on the peers; Postil takes the name from the path. */
const DOCUMENT = "article";

export type Dialect = {
  /** What a client sends first. */
  readonly greetings: readonly Uint8Array[];
  /** Whether this message says that the client has joined; without greetings it has joined when open. */
  isJoined(message: Buffer): boolean;
  annotation(update: Uint8Array): Uint8Array;
  presence(update: Uint8Array): Uint8Array;
  /** What the server says against an annotation, or null. */
  refusal(message: Buffer): string | null;
};

/** One dialect for each client, because Postil's counts its requests. */
export const DIALECTS = {
  postil: (): Dialect => {
    let request = 0;
    return {
      greetings: [encodeHello(new Map())],
      isJoined: (message) => message[0] === READY,
      annotation: (update) => encodePush({ request: ++request, update }),
      presence: (update) => frame([], AWARENESS, [], update),
      refusal: (message) => {
        if (message[0] !== ANSWER) return null;
        const { answer } = readAnswer(decoding.createDecoder(message.subarray(1)));
        return answer === "stored" ? null : answer;
      },
    };
  },
  relay: (): Dialect => ({
    greetings: [],
    isJoined: () => true,
    annotation: (update) => frame([], SYNC, [SYNC_UPDATE], update),
    presence: (update) => frame([], AWARENESS, [], update),
    refusal: () => null,
  }),
  hocuspocus: (): Dialect => ({
    greetings: [
      frame([DOCUMENT], AUTH, [0], new Uint8Array()),
      frame([DOCUMENT], SYNC, [SYNC_REQUEST], EMPTY_STATE_VECTOR),
    ],
    isJoined: (message) => {
      const decoder = decoding.createDecoder(message);
      decoding.readVarString(decoder);
      return (
        decoding.readVarUint(decoder) === SYNC && decoding.readVarUint(decoder) === SYNC_ANSWER
      );
    },
    annotation: (update) => frame([DOCUMENT], SYNC, [SYNC_UPDATE], update),
    presence: (update) => frame([DOCUMENT], AWARENESS, [], update),
    refusal: () => null,
  }),
};

export type DialectName = keyof typeof DIALECTS;

/** Names, a message type, its subtypes, and content with its length before it. */
function frame(
  names: readonly string[],
  type: number,
  subtypes: readonly number[],
  content: Uint8Array,
): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const name of names) encoding.writeVarString(encoder, name);
  for (const number of [type, ...subtypes]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
