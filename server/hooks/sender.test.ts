import type { RequestListener } from "node:http";
import { afterAll, afterEach, expect, test } from "vitest";
import type { Gate } from "../import/fetch/gate.ts";
import { send } from "../import/fetch/send.ts";
import { openSite, type Site, TEST_GATE } from "../import/fetch/site.test-kit.ts";
import { Sender } from "./sender.ts";
import { signatureHeaders } from "./signature.ts";

const sender = new Sender();
afterAll(() => sender.close());
const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function site(handle: RequestListener): Promise<Site> {
  const opened = await openSite(handle);
  sites.push(opened);
  return opened;
}

const LETTER = { headers: { "content-type": "application/json" }, body: "{}" };
const { signal } = new AbortController();

test("[WH1] deliveries are signed as Standard Webhooks has its example", () => {
  const signed = {
    ...{ id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330_000 },
    body: '{"test": 2432232314}',
  };
  expect(signatureHeaders(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], signed)).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test.each([
  "http://93.184.216.34/",
  "https://127.0.0.1/",
  "https://[::ffff:127.0.0.1]/",
  "https://0x7f.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://10.0.0.1/",
  "https://localhost/",
  "https://metadata.google.internal/",
  "https://user:secret@93.184.216.34/",
  "https://93.184.216.34:8443/",
  "javascript:alert(1)",
])("[WH6] the process that sends refuses %s, whoever asks it", async (address) => {
  const outcome = await sender.send({ address, ...LETTER }, signal);
  expect(outcome).toEqual({ status: null, fault: "address-refused" });
});

test("[WH6] a name is looked up once, and one that leads home is refused", async () => {
  const here = await site((_, response) => void response.writeHead(204).end());
  let asked = 0;
  const rebinding: Gate = {
    ...TEST_GATE,
    resolve: () => Promise.resolve(asked++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]),
  };
  const url = new URL(`http://rebound.example:${here.port}/`);
  expect(await send(url, LETTER, rebinding)).toBe(204);
  expect([asked, here.asked()]).toEqual([1, 1]);
  const refused = { code: "address-refused" };
  await expect(send(url, LETTER, rebinding)).rejects.toMatchObject(refused);
  expect(here.asked()).toBe(1);
});

test("[WH6] redirects are not followed, and an answer without end is not read", async () => {
  let leads = "";
  const there = await site((_, response) => void response.end());
  leads = there.url;
  const here = await site((_, response) => {
    response.writeHead(307, { location: leads });
    const more = (): boolean =>
      response.write("x".repeat(65_536), (error) => error ?? setImmediate(more));
    more();
  });
  expect(await send(new URL(here.url), LETTER, TEST_GATE)).toBe(307);
  expect(there.asked()).toBe(0);
});

test("[WH6] whoever does not answer in time is given up", async () => {
  const here = await site(() => {});
  const slow = send(new URL(here.url), LETTER, TEST_GATE, 300);
  await expect(slow).rejects.toMatchObject({ code: "page-too-slow" });
});
