import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchFile } from "./take-file.ts";

let server: Server;
let origin = "";
let isClosed = Promise.withResolvers<void>();

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    response.on("close", () => isClosed.resolve());
    if (url === "/refused") {
      response.writeHead(503).end('{"detail":"Not now."}');
      return;
    }
    const name = encodeURIComponent("日本.csv");
    response.setHeader("content-type", "text/csv");
    response.setHeader("content-disposition", `attachment; filename*=UTF-8''${name}`);
    response.write("half, ", () => {
      if (url === "/whole") response.end("whole");
      if (url === "/broken") response.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address === "object") origin = `http://127.0.0.1:${address?.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const patient = { signal: new AbortController().signal, onBytes: () => {} };

test("[D3] a file comes under the name that the server gave it, and its bytes are counted", async () => {
  const counts: number[] = [];
  const fetched = await fetchFile(`${origin}/whole`, {
    ...patient,
    onBytes: (bytes) => counts.push(bytes),
  });
  if (typeof fetched === "string" || "refusal" in fetched) throw new Error("no file came");
  expect(fetched.name).toBe("日本.csv");
  expect([await fetched.file.text(), fetched.file.type]).toEqual(["half, whole", "text/csv"]);
  expect(counts.at(-1)).toBe(11);
});

test("[D3] a file that breaks off is none, and neither is one from nowhere", async () => {
  expect(await fetchFile(`${origin}/broken`, patient)).toBe("broke-off");
  expect(await fetchFile("http://127.0.0.1:1/", patient)).toBe("unreachable");
});

test("[D4] a refusal is told", async () => {
  expect(await fetchFile(`${origin}/refused`, patient)).toEqual({
    refusal: { detail: "Not now." },
  });
});

test("[D3] who cancels is not sent the rest", async () => {
  isClosed = Promise.withResolvers();
  const controller = new AbortController();
  const { signal } = controller;
  const fetching = fetchFile(`${origin}/endless`, { signal, onBytes: () => controller.abort() });
  await expect(fetching).rejects.toThrow();
  await isClosed.promise;
});
