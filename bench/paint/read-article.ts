// A copy of an article's document, as a stock y-websocket client gets it.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { articlePath, SYNC } from "../../domain/wire.ts";
import { socketUrl } from "../contenders.ts";
import { join } from "../load/connection.ts";
import { type Guest, sessionHeaders } from "../postil.ts";

/** Reads the article once. */
export async function readArticle(origin: string, article: string, guest: Guest): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const question = encoding.createEncoder();
  encoding.writeVarUint(question, SYNC);
  writeSyncStep1(question, doc);
  const connection = await join({
    url: socketUrl(origin, articlePath(article)),
    headers: sessionHeaders(guest, origin),
    dialect: {
      greetings: [encoding.toUint8Array(question)],
      isJoined: (message) => message[0] === SYNC && message[1] === messageYjsSyncStep2,
    },
    onMessage: (message) => {
      const decoder = decoding.createDecoder(message);
      if (decoding.readVarUint(decoder) === SYNC) {
        readSyncMessage(decoder, encoding.createEncoder(), doc, null);
      }
    },
  });
  connection.cut();
  return doc;
}
