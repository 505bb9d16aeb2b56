// A stock y-websocket client for tests: the library's own provider, with a session in a header.

import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";

/**
 * Opens `room` ("ARTICLE" or "ARTICLE/layer/USER") as `user` into `doc`. The caller destroys the provider.
 * `origin` is what a browser would send.
 */
export function openStock(
  server: { readonly url: string },
  room: string,
  user: string,
  doc: Y.Doc,
): WebsocketProvider {
  const headers = { authorization: `Bearer ${user}` };
  class WebSocketWithSession extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers });
    }
  }
  return new WebsocketProvider(`${server.url}/sync`, room, doc, {
    // @ts-expect-error ws leaves out dispatchEvent, which the provider does not use
    WebSocketPolyfill: WebSocketWithSession,
    disableBc: true,
    maxBackoffTime: 100,
  });
}
