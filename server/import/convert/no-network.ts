// A converter has nobody to talk to: whatever it reads, no connection leaves its process.

import { Socket as DatagramSocket } from "node:dgram";
import { Server, Socket } from "node:net";

function refuse(): never {
  throw new Error("a converter asks nobody");
}

Socket.prototype.connect = refuse;
Server.prototype.listen = refuse;
DatagramSocket.prototype.send = refuse;
DatagramSocket.prototype.bind = refuse;
