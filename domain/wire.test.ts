import fc from "fast-check";
import { createDecoder, hasContent, readVarUint } from "lib0/decoding";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "./scheme/postil-core.ts";
import {
  ANSWER,
  ANSWERS,
  encodeAnswer,
  encodeHello,
  encodePeople,
  encodePush,
  encodeReady,
  encodeRoom,
  encodeScheme,
  encodeStored,
  HELLO,
  PEOPLE,
  PROTOCOL_VERSION,
  PUSH,
  READY,
  ROOM,
  readAnswer,
  readHello,
  readPeople,
  readPush,
  readReady,
  readRoom,
  readScheme,
  readStored,
  SCHEME,
  STORED,
} from "./wire.ts";

const whole = fc.nat();
const bytes = fc.uint8Array({ maxLength: 200 });
const room = fc.string({ maxLength: 30 }).map((name) => name.toWellFormed());
const person = fc.record({ id: room, name: room, colour: whole });

/** Opens a message, whose type must be this one. */
function open(message: Uint8Array, type: number) {
  const decoder = createDecoder(message);
  expect(readVarUint(decoder)).toBe(type);
  return decoder;
}

/** Checks that every value of a kind of message is read back, to its last byte. */
function survives<T, R = T>(
  values: fc.Arbitrary<T>,
  type: number,
  write: (value: T) => Uint8Array,
  read: (decoder: ReturnType<typeof createDecoder>) => R,
  expected: (value: T) => unknown = (value) => value,
): void {
  fc.assert(
    fc.property(values, (value) => {
      const decoder = open(write(value), type);
      expect(read(decoder)).toEqual(expected(value));
      expect(hasContent(decoder)).toBe(false);
    }),
  );
}

test("[W1] every message is read back as it was written", () => {
  const held = fc.array(fc.tuple(room, whole)).map((entries) => new Map(entries));
  survives(held, HELLO, encodeHello, readHello, (value) => ({
    version: PROTOCOL_VERSION,
    held: value,
  }));
  survives(fc.record({ request: whole, update: bytes }), PUSH, encodePush, readPush);
  survives(fc.array(person), PEOPLE, encodePeople, readPeople);
  const update = fc.record({ room, after: whole, seq: whole, update: bytes });
  survives(update, ROOM, encodeRoom, readRoom);
  survives(bytes, READY, encodeReady, readReady);
  survives(whole, STORED, encodeStored, readStored);
  const scheme = fc.integer({ min: 1 }).map((version) => ({ ...POSTIL_CORE, version }));
  survives(scheme, SCHEME, encodeScheme, readScheme);
  const answer = fc.record({ request: whole, answer: fc.constantFrom(...ANSWERS) });
  survives(answer, ANSWER, (value) => encodeAnswer(value.request, value.answer), readAnswer);
});

test("[W2] a reader throws on bytes that end too early", () => {
  const message = encodeRoom({ room: "state", after: 3, seq: 4, update: new Uint8Array(20) });
  for (let length = 1; length < message.length; length++) {
    const decoder = open(message.slice(0, length), ROOM);
    expect(() => readRoom(decoder)).toThrow();
  }
});

test("[W2] an answer that is unknown counts as not stored", () => {
  const decoder = createDecoder(Uint8Array.of(5, 99));
  expect(readAnswer(decoder)).toEqual({ request: 5, answer: "not-stored" });
});
