// Writes into somebody's work as very many pages do, one after the other.

import { expect } from "@playwright/test";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Person } from "./people.ts";

/** Resolves when the server at this origin has told another connection what the last page wrote. */
export async function writeFromPages(
  person: Person,
  { origin, article, pages }: { origin: string; article: string; pages: number },
): Promise<void> {
  const cookies = await person.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  class PersonsSocket extends WebSocket {
    constructor(url: string | URL) {
      // Node's own WebSocket takes headers beside protocols; the browser's type does not know
      super(url, { headers: { cookie } } as unknown as string[]);
    }
  }
  const open = (layer: Y.Doc): WebsocketProvider =>
    new WebsocketProvider(
      `${origin.replace("http", "ws")}/sync`,
      `${article}/layer/${person.id}`,
      layer,
      { WebSocketPolyfill: PersonsSocket, disableBc: true },
    );
  const written = new Y.Doc();
  for (let page = 1; page <= pages; page++) {
    written.clientID = page;
    written.getMap("f").set("nothing/note", `page ${page}`);
  }
  const told = new Y.Doc();
  const providers = [open(written), open(told)];
  await expect.poll(() => told.getMap("f").get("nothing/note")).toBe(`page ${pages}`);
  for (const provider of providers) provider.destroy();
}
