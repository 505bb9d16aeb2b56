// How long people may take over a request, and that nobody has to wait for them.

import type { RequestListener } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Front } from "./http.ts";
import { openMetrics } from "./metrics.ts";

let front: Front;
afterEach(() => front.close());

/** A server that is as impatient as a test needs it, with this API. Returns the port. */
async function listen(api: RequestListener): Promise<number> {
  front = new Front({ headers: 300, request: 600, check: 50 });
  const port = await front.listen(0, "127.0.0.1");
  front.serve({
    ...{ api, pages: null, reload: null, secure: false },
    sync: (_, socket) => void socket.destroy(),
    ready: () => Promise.resolve(),
    metrics: openMetrics(),
  });
  return port;
}

/** Sends the beginning of a request, and then a little more of it again and again. Returns the answer. */
async function dribble(port: number, beginning: string, drop: string): Promise<string> {
  const socket: Socket = connect(port, "127.0.0.1").on("error", () => {});
  socket.write(beginning);
  const drops = setInterval(() => socket.write(drop), 100);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(drops);
  return answer;
}

test("[H27] five hundred who send their headers drop by drop stop nobody, and are sent away", async () => {
  const port = await listen((_, response) => response.end("honest"));
  let waiting = 500;
  const slow = Array.from({ length: waiting }, () =>
    dribble(port, "GET /api HTTP/1.1\r\nHost: x\r\n", "X: y\r\n").finally(() => {
      waiting -= 1;
    }),
  );
  let honest = 0;
  while (waiting > 0) {
    const answer = await fetch(`http://127.0.0.1:${port}/api`);
    expect(await answer.text()).toBe("honest");
    honest += 1;
  }
  expect(honest).toBeGreaterThan(0);
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
});

test("[H27] a body that does not end is given up, in words as long as nothing was answered", async () => {
  const port = await listen((request) => void request.resume());
  const answer = await dribble(
    port,
    "POST /api HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n",
    "x",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*nosniff/s);
});

test("[H27] an answer that began is cut, not mixed with another one", async () => {
  const port = await listen((request, response) => {
    request.resume();
    response.write("begun");
  });
  const answer = await dribble(
    port,
    "POST /api HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n",
    "x",
  );
  expect(answer).toContain("begun");
  expect(answer).not.toContain("408");
});
