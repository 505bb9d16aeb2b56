import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type Asking, type Caller, TestServer } from "../test-server.ts";

let server: TestServer;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
});
afterAll(() => server.stop());

/** Asks until refused for haste; returns how often it was let through, and the refusal. */
async function askInHaste(
  caller: Caller,
  path: string,
  asking: Asking,
): Promise<{ through: number; refusal: Answer }> {
  for (let through = 0; through < 1000; through++) {
    const refusal = await caller.ask(path, asking);
    if (refusal.status === 429) return { through, refusal };
  }
  throw new Error(`${path} never refused`);
}

test.each([
  { path: "/api/owner", asking: { json: { token: "guess" } }, allowed: 10, seconds: 60 },
  { path: "/api/articles", asking: { json: { title: "T", text: "x" } }, allowed: 30, seconds: 20 },
  { path: "/api/person/erasure", asking: { json: { name: "x" } }, allowed: 40, seconds: 60 },
  {
    path: "/api/articles/SAMPLE/annotations/none",
    asking: { method: "DELETE" },
    allowed: 300,
    seconds: 1,
  },
])("[H10] after $allowed calls at once, $path asks for patience", async (example) => {
  const caller = await server.guest();
  const path = example.path.replace("SAMPLE", server.sampleId);
  const { through, refusal } = await askInHaste(caller, path, example.asking);
  expect(through).toBe(example.allowed);
  expect(refusal.headers.get("retry-after")).toBe(String(example.seconds));
  expect(refusal.body.detail).toBe(`That was too often. Try again in ${example.seconds} s.`);
  now += example.seconds * 1000;
  expect((await caller.ask(path, example.asking)).status).not.toBe(429);
});

test("[H10] three classes come in at once from one address, and a fourth a little later", async () => {
  now += 3_600_000;
  const { through } = await askInHaste(server.stranger(), "/api/guests", { json: {} });
  expect(through).toBe(300);
  now += 30_000;
  const later = await askInHaste(server.stranger(), "/api/guests", { json: {} });
  expect(later.through).toBe(30);
});

test.each([
  { proxies: "127.0.0.1", third: 403 },
  { proxies: "", third: 429 },
])(
  "[H28] with $proxies for proxies, callers are told apart as these say, or not at all",
  async ({ proxies, third }) => {
    const settings = { POSTIL_TRUSTED_PROXIES: proxies };
    const proxied = await TestServer.start({ now: () => now, settings });
    const from = (address: string): Asking => ({
      json: { token: "guess" },
      headers: { "x-forwarded-for": `6.6.6.6, ${address}` },
    });
    await askInHaste(proxied.stranger(), "/api/owner", from("192.0.2.1"));
    const again = await proxied.stranger().ask("/api/owner", from("192.0.2.1"));
    expect(again.status).toBe(429);
    const other = await proxied.stranger().ask("/api/owner", from("192.0.2.2"));
    expect(other.status).toBe(third);
    await proxied.stop();
  },
);
