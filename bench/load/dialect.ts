// How each server wants to be spoken to: its frames around the same annotations and presence.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import {
  ANSWER,
  type Answer,
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

export type Dialect = {
  /** What a client sends first. */
  readonly greetings: readonly Uint8Array[];
  /** Whether this message says that the client has joined; without greetings it has joined when open. */
  isJoined(message: Buffer): boolean;
  annotation(update: Uint8Array): Uint8Array;
  presence(update: Uint8Array): Uint8Array;
  /** What the server says about the client's annotation number `request`, from 1; null when it says nothing about one. */
  answer(message: Buffer): { readonly request: number; readonly answer: Answer } | null;
};

/**
 * One dialect for each client, because Postil's counts its requests. The name of the document is told
 * to Hocuspocus only: all others take it from the path.
 */
export const DIALECTS = {
  postil: (): Dialect => {
    let request = 0;
    return {
      greetings: [encodeHello(new Map())],
      isJoined: (message) => message[0] === READY,
      annotation: (update) => encodePush({ request: ++request, update }),
      presence: (update) => frame([], AWARENESS, [], update),
      answer: (message) =>
        message[0] === ANSWER ? readAnswer(decoding.createDecoder(message.subarray(1))) : null,
    };
  },
  relay: (): Dialect => ({
    greetings: [],
    isJoined: () => true,
    annotation: (update) => frame([], SYNC, [SYNC_UPDATE], update),
    presence: (update) => frame([], AWARENESS, [], update),
    answer: () => null,
  }),
  official: (): Dialect => ({
    greetings: [frame([], SYNC, [SYNC_REQUEST], EMPTY_STATE_VECTOR)],
    isJoined: (message) => message[0] === SYNC && message[1] === SYNC_ANSWER,
    annotation: (update) => frame([], SYNC, [SYNC_UPDATE], update),
    presence: (update) => frame([], AWARENESS, [], update),
    answer: () => null,
  }),
  hocuspocus: (document: string): Dialect => ({
    greetings: [
      frame([document], AUTH, [0], new Uint8Array()),
      frame([document], SYNC, [SYNC_REQUEST], EMPTY_STATE_VECTOR),
    ],
    isJoined: (message) => {
      const decoder = decoding.createDecoder(message);
      decoding.readVarString(decoder);
      return (
        decoding.readVarUint(decoder) === SYNC && decoding.readVarUint(decoder) === SYNC_ANSWER
      );
    },
    annotation: (update) => frame([document], SYNC, [SYNC_UPDATE], update),
    presence: (update) => frame([document], AWARENESS, [], update),
    answer: () => null,
  }),
};

export type DialectName = keyof typeof DIALECTS;

/** The dialect of one client that connects to this address. */
export function dialectAt(name: DialectName, url: string): Dialect {
  return DIALECTS[name](new URL(url).pathname.slice(1));
}

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
