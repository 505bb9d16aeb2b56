// Refusals of what is no request, or wants more than an answer: written on the connection itself, which ends.

import type { Duplex } from "node:stream";
import { securityHeaders } from "./security-headers.ts";

const HEADERS = securityHeaders(false)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");

/** Answers `status`, such as `404 Not Found`, and ends the connection. */
export function answerRaw(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${HEADERS}\r\n`);
}

/** What is said of a request that could not be read, by Node's code for it. */
const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** The status for an error that Node found in what a client sent. */
export const statusOf = (error: Error): string =>
  ("code" in error ? STATUS[String(error.code)] : undefined) ?? "400 Bad Request";
