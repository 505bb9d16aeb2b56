// The messages of y-protocols as this server writes and reads them.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { AWARENESS, SYNC } from "#domain/wire.ts";
import { ByteReader, Malformed } from "./admission/byte-reader.ts";

export const STEP_1 = 0;
export const STEP_2 = 1;
const UPDATE = 2;

export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => sync(STEP_1, stateVector);
export const encodeStep2 = (update: Uint8Array): Uint8Array => sync(STEP_2, update);
export const encodeUpdate = (update: Uint8Array): Uint8Array => sync(UPDATE, update);

/** One person's line in an awareness message; `json` is "null" when that client has gone. */
export type PresenceLine = {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
};

export function encodePresence(lines: readonly PresenceLine[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, lines.length);
    for (const { client, clock, json } of lines) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** As `PresenceLine`, its JSON not decoded. */
type ReceivedLine = { readonly client: number; readonly clock: number; readonly json: Uint8Array };

/** Reads an awareness update, and keeps views: most lines are other people's, sent back. Throws Malformed. */
export function readPresence(update: Uint8Array): ReceivedLine[] {
  return readAll(decoding.createDecoder(update), (decoder) => {
    const lines: ReceivedLine[] = [];
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      lines.push({
        client: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        json: decoding.readVarUint8Array(decoder),
      });
    }
    return lines;
  });
}

/** Says nothing: y-websocket reconnects when it has heard no message for 30 s. */
export const HEARTBEAT: Uint8Array = encodePresence([]);

export type SyncMessage = { readonly step: number; readonly bytes: Uint8Array };

/** Reads what follows the type of a sync message. Throws Malformed. */
export function readSync(decoder: decoding.Decoder): SyncMessage {
  const step = decoding.readVarUint(decoder);
  if (step > UPDATE) throw new Malformed("step of sync");
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) checkStateVector(bytes);
  return { step, bytes };
}

function checkStateVector(bytes: Uint8Array): void {
  const reader = new ByteReader(bytes);
  for (let count = reader.uint(bytes.length); count > 0; count--) {
    reader.uint();
    reader.uint();
  }
  if (reader.left > 0) throw new Malformed("bytes left over");
}

/** Runs `read` on all of a message but its type. Throws Malformed for whatever cannot be read. */
export function readAll<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T {
  const value = orMalformed(() => read(decoder));
  if (decoding.hasContent(decoder)) throw new Malformed("bytes left over");
  return value;
}

/** lib0 throws plain errors when the bytes end too early or say what cannot be. */
export function orMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed("message", { cause: error });
  }
}

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}
