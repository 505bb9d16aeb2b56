// The official server of y-websocket as it comes, in the last version for Yjs 13 that passes updates
// on. With YPERSISTENCE, a folder, it keeps documents in y-leveldb; without, in memory.

import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { announce } from "./announce.ts";

const upgrades = new WebSocketServer({ noServer: true });
const server = createServer((_request, response) => response.writeHead(200).end("okay"));

server.on("upgrade", (request, stream, head) => {
  upgrades.handleUpgrade(request, stream, head, (socket) => setupWSConnection(socket, request));
});
announce(server);
