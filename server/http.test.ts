import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Gauge } from "prom-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Front, type Handlers } from "./http.ts";
import { openMetrics } from "./metrics.ts";
import { Refusal } from "./refusal.ts";

const fronts: Front[] = [];
afterEach(() => {
  for (const front of fronts.splice(0)) front.close();
});

const answering =
  (text: string): Handlers["api"] =>
  (_, response) =>
    response.end(text);

const HANDLERS: Handlers = {
  api: answering("api"),
  pages: (request, response) => response.end(JSON.stringify(request.headers)),
  sync: (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
  reload: null,
  ready: () => Promise.resolve(),
  metrics: openMetrics(),
  secure: false,
};

async function listen(handlers: Partial<Handlers> = {}): Promise<{ front: Front; port: number }> {
  const front = new Front();
  fronts.push(front);
  const port = await front.listen(0, "127.0.0.1");
  front.serve({ ...HANDLERS, ...handlers });
  return { front, port };
}

/** Sends bytes as they are, and returns all that comes back. */
async function raw(port: number, ...lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "close");
  return answer;
}

const status = async (port: number, ...lines: string[]): Promise<number> =>
  Number((await raw(port, ...lines)).split(" ")[1]);

const GET = (target: string): string[] => [
  `GET ${target} HTTP/1.1`,
  "Host: x",
  "Connection: close",
];
const UPGRADE = (target: string): string[] => [
  `GET ${target} HTTP/1.1`,
  "Host: x",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];

describe("targets", () => {
  let port = 0;
  let front: Front;
  beforeAll(async () => {
    front = new Front();
    port = await front.listen(0, "127.0.0.1");
    front.serve(HANDLERS);
  });
  afterAll(() => front.close());

  test.each([
    ["/api", "api"],
    ["/api/x?y=/", "api"],
    ["/healthz", "alive"],
    ["/readyz", "ready"],
    ["/metrics", "postil_http_requests_total"],
    ["/apiary", "host"],
    ["/", "host"],
  ])("[H13] %s is answered by its part", async (target, text) => {
    const answer = await raw(port, ...GET(target));
    expect(answer).toMatch(/^HTTP\/1.1 200/);
    expect(answer).toContain(text);
  });

  test.each(["http://x/", "http://127.0.0.1:1/api", "//evil.example/", "*", "ftp://x"])(
    "[H13] the target %s is refused, for requests and sockets",
    async (target) => {
      expect(await status(port, ...GET(target))).toBe(400);
      expect(await status(port, ...UPGRADE(target))).toBe(400);
    },
  );

  test.each(["/", "/api", "/sync", "/syncx/", "/_next/hmr", "/%73ync/a", "/metrics"])(
    "[H13] a socket for %s is refused",
    async (target) => {
      expect(await status(port, ...UPGRADE(target))).toBe(404);
    },
  );

  test("[H13] a socket for an article is handed on", async () => {
    expect(await status(port, ...UPGRADE("/sync/a"))).toBe(101);
  });

  test("[H13] the image optimizer is not there", async () => {
    expect(await status(port, ...GET("/_next/image?url=%2Fa.avif&w=64&q=75"))).toBe(404);
  });

  test("[H13] headers by which Next talks to itself do not get through", async () => {
    const answer = await raw(
      port,
      ...GET("/"),
      "Next-Action: x",
      "Next-Resume: x",
      "X-Middleware-Subrequest: x",
      "x-middleware-rewrite: x",
      "X-Nextjs-Data: 1",
      "Next-Router-Prefetch: 1",
    );
    expect(answer).toContain('"next-router-prefetch":"1"');
    expect(answer).not.toMatch(/next-action|next-resume|x-middleware|x-nextjs/);
  });

  test.each([[GET("/")], [GET("/api")], [GET("/healthz")], [GET("//x")], [GET("/_next/image")]])(
    "[H12] security headers go with every answer (%j)",
    async (lines) => {
      const answer = await raw(port, ...lines);
      expect(answer).toContain("Content-Security-Policy: default-src 'none'");
      expect(answer).toContain("frame-ancestors 'none'");
      expect(answer).toContain("X-Content-Type-Options: nosniff");
      expect(answer).toContain("Referrer-Policy: no-referrer");
      expect(answer).toContain("Cross-Origin-Opener-Policy: same-origin");
      expect(answer).toContain("Permissions-Policy: ");
      expect(answer).not.toContain("Strict-Transport-Security");
      expect(answer).not.toContain("unsafe-");
    },
  );

  test("[H12] a page runs what bears the nonce of this very answer, which Next and our pages are told", async () => {
    const answers = await Promise.all([
      raw(port, ...GET("/"), "X-Nonce: mine", "Content-Security-Policy: script-src 'nonce-mine'"),
      raw(port, ...GET("/articles/a?_rsc=1")),
    ]);
    const nonces = answers.map((answer) => {
      const [, policy = "", told = ""] =
        /Security-Policy: ([^\r]*)\r\n.*?\r\n\r\n(.*)$/s.exec(answer) ?? [];
      const [, nonce = ""] = /script-src 'nonce-([^']{24})' 'strict-dynamic';/.exec(policy) ?? [];
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(told).toContain(`"x-nonce":"${nonce}"`);
      expect(told).toContain(`"content-security-policy":"${policy}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  test("[H4] no page is kept by anybody on the way, whatever Next says", async () => {
    const { port } = await listen({
      pages: (_, response) => response.setHeader("Vary", "rsc").writeHead(404).end(),
    });
    for (const target of ["/", "/articles/a", "/articles/a?_rsc=1", "/icon.svg", "/nothing"]) {
      const answer = await raw(port, ...GET(target));
      expect(answer).toContain("Cache-Control: private, no-store");
      expect(answer).toMatch(/Vary: rsc\r\nVary: Cookie\r\n/);
    }
    expect(await raw(port, ...GET("/_next/static/a.js"))).not.toContain("Cache-Control");
  });
});

test("[H12] behind https, browsers are told to stay there", async () => {
  const { port } = await listen({ secure: true });
  expect(await raw(port, ...GET("/api"))).toContain("Strict-Transport-Security: max-age=");
});

test("[H12] in development, stack traces are built with eval and styles put in by script", async () => {
  const { port } = await listen({ reload: HANDLERS.sync });
  const answer = await raw(port, ...GET("/"));
  expect(answer).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic' 'unsafe-eval';/);
  expect(answer).toContain("style-src 'self' 'unsafe-inline';");
});

test("[H13] in development, hot reload gets its socket and its headers", async () => {
  const { port } = await listen({ reload: HANDLERS.sync });
  expect(await raw(port, ...GET("/"), "X-Nextjs-Request-Id: x")).toContain("x-nextjs-request-id");
  expect(await status(port, ...UPGRADE("/_next/hmr"))).toBe(101);
  expect(await status(port, ...UPGRADE("/elsewhere"))).toBe(404);
});

test("[H13] a server without pages says so", async () => {
  const { port } = await listen({ pages: null });
  expect(await raw(port, ...GET("/"))).toMatch(/404.*without pages/s);
});

test("[H16] a store that does not answer makes the server unready, not dead", async () => {
  const { port } = await listen({ ready: () => Promise.reject(new Error("closed")) });
  expect(await status(port, ...GET("/readyz"))).toBe(503);
  expect(await status(port, ...GET("/healthz"))).toBe(200);
});

test("[H16] a figure that cannot be told ends nothing but its answer", async () => {
  const metrics = openMetrics();
  new Gauge({
    ...{ name: "broken", help: "Fails.", registers: [metrics.registry] },
    collect: () => {
      throw new Error("no such file");
    },
  });
  const { port } = await listen({ metrics });
  expect(await status(port, ...GET("/metrics"))).toBe(500);
  expect(await status(port, ...GET("/healthz"))).toBe(200);
});

test("[H14] before it serves, everyone is asked to come back", async () => {
  const front = new Front();
  fronts.push(front);
  const port = await front.listen(0, "127.0.0.1");
  expect(await raw(port, ...GET("/api"))).toMatch(/503.*nosniff.*Retry-After: 2/s);
  expect(await status(port, ...UPGRADE("/sync/a"))).toBe(503);
});

test("[H14] a stop lets the answer under way end, and takes no request after it", async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const { front, port } = await listen({
    api: (_, response) => {
      ask();
      void answered.then(() => response.end("whole"));
    },
  });
  const slow = raw(port, ...GET("/api"));
  await asked;
  const drained = front.drain(10_000);
  await expect(raw(port, ...GET("/api"))).rejects.toThrow(/ECONNREFUSED/);
  answer();
  await drained;
  expect(await slow).toMatch(/whole$/);
});

test("[H14] a stop does not wait for an answer that never ends", async () => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { front, port } = await listen({ api: () => ask() });
  const hanging = raw(port, ...GET("/api"));
  await asked;
  await front.drain(20);
  front.close();
  expect(await hanging).toBe("");
});

test("[H27] what is no HTTP is refused in the same words and with the same headers", async () => {
  const { port } = await listen();
  for (const [line, status] of [
    ["nonsense", 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}`, 431],
  ] as const) {
    const answer = await raw(port, line);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain("X-Content-Type-Options: nosniff");
    expect(answer).toContain("Connection: close");
  }
});

test("[C2] a port that is taken is refused with a sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const attempt = new Front().listen(port, "127.0.0.1");
  await expect(attempt).rejects.toThrow(Refusal);
  await expect(attempt).rejects.toThrow(
    `Port ${port} is taken. Stop what uses it, or choose another one with PORT.`,
  );
  other.close();
});

test("[C2] an address that is not this machine's is refused with a sentence", async () => {
  await expect(new Front().listen(0, "192.0.2.7")).rejects.toThrow(/no address 192\.0\.2\.7.*HOST/);
});
