// A stock y-websocket client for tests: the library's own provider, with a session in a header.

import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";

type Server = { readonly url: string };

/**
 * Opens `room` ("ARTICLE" or "ARTICLE/layer/USER") as `user` into `doc`. The caller destroys the provider.
 */
export const openStock = (
  server: Server,
  room: string,
  user: string,
  doc: Y.Doc,
): WebsocketProvider => openWith({ authorization: `Bearer ${user}` }, server, room, doc);

/** The same with these headers. */
export function openWith(
  headers: Readonly<Record<string, string>>,
  { url }: Server,
  room: string,
  doc: Y.Doc,
): WebsocketProvider {
  class WebSocketWithSession extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  return new WebsocketProvider(`${url.replace(/^http/, "ws")}/sync`, room, doc, {
    // @ts-expect-error ws leaves out dispatchEvent, which the provider does not use
    WebSocketPolyfill: WebSocketWithSession,
    disableBc: true,
    maxBackoffTime: 100,
  });
}
