// The limit of a join: whoever comes gets the content of a file in one frame that was built once.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { announce } from "./announce.ts";
import { serverFrame } from "./server-frame.ts";

const [file = ""] = process.argv.slice(2);
const frame = serverFrame(readFileSync(file));
const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, response) => response.writeHead(404).end());

server.on("upgrade", (request, stream, head) => {
  upgrades.handleUpgrade(request, stream, head, () => stream.write(frame));
});
announce(server);
