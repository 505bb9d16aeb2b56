// What somebody gets who has not come in, whatever address and headers they think of, and what caches may keep.

import { type IncomingHttpHeaders, request } from "node:http";
import { expect } from "@playwright/test";
import { addArticle } from "./support/people.ts";
import { SERVER_PORT } from "./support/shared-server.ts";
import { test } from "./support/test.ts";

type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Sends the path exactly as it is written. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: SERVER_PORT, path, headers, method });
    asked.on("error", reject).on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    asked.end();
  });
}

/** ID stands for the article. */
const PATHS = [
  "/articles/ID",
  "/articles/ID/",
  "/articles/ID?_rsc=1",
  "/articles/ID.rsc",
  "/articles/ID.txt",
  "/articles/ID.json",
  "/articles/ID.prefetch.rsc",
  "/articles/ID.segments/_tree.segment.rsc",
  "/articles/ID.segments/_full.segment.rsc",
  "/articles/ID.segments/articles/$d$id/__PAGE__.segment.rsc",
  "/articles/ID/__PAGE__",
  "/articles/ID/page",
  "/articles/ID%00",
  "/articles/ID%2e",
  "/articles/ID;x=y",
  "/articles/ID%3F_rsc=1",
  "/%61rticles/ID",
  "/articles%2FID",
  "/articles%5CID",
  "/articles//ID",
  "/articles/./ID",
  "/x/../articles/ID",
  "/x/%2e%2e/articles/ID",
  "/ARTICLES/ID",
  "/en/articles/ID",
  "/articles/[id]?id=ID",
  "/articles/%5Bid%5D?id=ID",
  "/app/articles/[id]/page?id=ID",
  "/_next/../articles/ID",
  "/_next/static/../../articles/ID",
  "/_next/static/..%2f..%2farticles/ID",
  "/_next/data/articles/ID.json",
  "/_next/data/build/articles/ID.json",
  "/_next/image?url=%2Farticles%2FID&w=64&q=75",
  "/_next/postponed/resume/articles/ID",
  "/api/articles/ID",
  "/api/articles/ID/",
  "/api//articles/ID",
  "/api/./articles/ID",
  "/%61pi/articles/ID",
  "/api%2Farticles/ID",
  "/API/articles/ID",
  "/api/articles/ID/annotations?format=json",
  "/api/articles/ID/highlights",
  "/sync/ID",
];

/** Headers that frameworks and proxies have listened to. */
const HEADERS: readonly Record<string, string>[] = [
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { RSC: "1", "Next-Router-State-Tree": "%5B%22%22%5D" },
  { "Next-Action": "x", "Content-Type": "text/plain" },
  { "Next-Resume": "1" },
  { "X-Middleware-Subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "X-Middleware-Rewrite": "/articles/ID" },
  { "X-Nextjs-Data": "1" },
  { "X-Matched-Path": "/articles/ID" },
  { "X-Invoke-Path": "/articles/ID", "X-Invoke-Status": "200" },
  { "X-Now-Route-Matches": "id=ID" },
  { "X-Original-Url": "/articles/ID" },
  { "X-Rewrite-Url": "/articles/ID" },
  { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" },
  { Cookie: "postil.session_token=x.y" },
  { Authorization: "Bearer x" },
];

const FILES = [
  "/.next/BUILD_ID",
  "/_next/BUILD_ID",
  "/_next/server/app/page.js",
  "/_next/static/../server/app/page.js",
  "/_next/static/..%2fserver/app/page.js",
  "/package.json",
  "/../package.json",
  "/%2e%2e/package.json",
  "/.env",
  "/.git/config",
  "/data/postil.db",
  "/postil.db",
  "/secret",
  "/server/main.ts",
  "/__nextjs_source-map?filename=x",
];

const CANARY = "Kanarienvogel";

/** The paths or headers with the id of this article in them. */
const fillIn = (article: string) => (text: string) => text.replaceAll("ID", article);

test("who has not come in gets no word of an article by any address", async ({ ada }) => {
  const fill = fillIn(await addArticle(ada, `${CANARY} title`, `A ${CANARY} sings.`));
  for (const path of PATHS) {
    const answer = await ask(fill(path));
    expect(answer.body, path).not.toContain(CANARY);
    expect(answer.status, path).toBeLessThan(500);
    if (path.startsWith("/api")) expect([401, 404], path).toContain(answer.status);
  }
});

test("nor with any header", async ({ ada }) => {
  const fill = fillIn(await addArticle(ada, `${CANARY} title`, `A ${CANARY} sings.`));
  for (const headers of HEADERS) {
    const pairs = Object.entries(headers).map(([name, value]) => [name, fill(value)]);
    const method = "Next-Action" in headers ? "POST" : "GET";
    for (const path of ["/", "/articles/ID", "/articles/ID?_rsc=1", "/api/articles/ID"]) {
      const answer = await ask(fill(path), Object.fromEntries(pairs), method);
      const what = `${method} ${path} ${JSON.stringify(headers)}`;
      expect(answer.body, what).not.toContain(CANARY);
      expect(answer.status, what).toBeLessThan(500);
    }
  }
});

test("files of the server are none of the pages", async () => {
  for (const path of FILES) expect((await ask(path)).status, path).toBe(404);
});

test("caches may keep hashed files, and nothing that was made for somebody", async ({ ada }) => {
  const article = await addArticle(ada, "Kept by nobody", "Words for members.");
  const { spaces } = (await (await ada.api.get("/api/spaces")).json()) as {
    spaces: readonly [{ id: string }];
  };
  const [cookie] = await ada.context.cookies();
  const asAda = { Cookie: `${cookie?.name}=${cookie?.value}` };
  const files = new Set<string>();
  for (const path of [
    "/",
    `/articles/${article}`,
    `/spaces/${spaces[0].id}/codebook`,
    "/nowhere",
  ]) {
    for (const headers of [asAda, {}, { ...asAda, RSC: "1" }]) {
      const answer = await ask(path, headers);
      expect(answer.headers["cache-control"], path).toBe("private, no-store");
      expect(answer.headers.vary, path).toContain("Cookie");
      for (const [file] of answer.body.matchAll(/\/_next\/static\/[\w./~-]+/g)) files.add(file);
    }
  }
  expect(files.size).toBeGreaterThan(5);
  for (const file of files) {
    const { headers, status } = await ask(file);
    expect(status, file).toBe(200);
    expect(headers["cache-control"], file).toBe("public, max-age=31536000, immutable");
    expect(file, "has a hash in its name").toMatch(/[\w~-]{8,}\.\w+$/);
  }
  expect((await ask("/_next/static/absent.js")).headers["cache-control"]).toContain("no-store");
});
