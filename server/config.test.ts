import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf, reachableUrl, readConfig } from "./config.ts";
import { Refusal } from "./refusal.ts";

test("[C1] without any setting, Postil listens on this machine only", () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: null,
    data: join(process.cwd(), "data"),
    secret: null,
    accounts: { signUp: "invited", owner: null, mail: null, openId: null },
    trustedProxies: [],
    spaceMakers: "everyone",
    logLevel: "info",
    limits: { messages: 20, perArticle: 500, perPerson: 10, perAddress: 2000 },
  });
  expect(addressOf(config, 3000).url).toBe("http://127.0.0.1:3000");
});

test("[C1] an empty setting counts as absent", () => {
  expect(readConfig({ PORT: "", POSTIL_URL: "", POSTIL_SECRET: "" })).toEqual(readConfig({}));
});

test("[C1] trusted proxies are addresses and networks, with blanks between", () => {
  const { trustedProxies } = readConfig({ POSTIL_TRUSTED_PROXIES: "127.0.0.1, fd00::/8," });
  expect(trustedProxies).toEqual(["127.0.0.1", "fd00::/8"]);
});

test("[C1] settings of other programs are ignored", () => {
  expect(readConfig({ PATH: "/bin", POSTIL_DATABASE: "x" })).toEqual(readConfig({}));
});

test.each([
  ["PORT", "http"],
  ["PORT", "-1"],
  ["PORT", "65536"],
  ["PORT", "3000.5"],
  ["HOST", "http://127.0.0.1"],
  ["HOST", "my host"],
  ["POSTIL_URL", "postil.example"],
  ["POSTIL_URL", "https://postil.example/notes"],
  ["POSTIL_URL", "https://postil.example/?a=1"],
  ["POSTIL_URL", "ftp://postil.example"],
  ["POSTIL_SECRET", "short"],
  ["POSTIL_TRUSTED_PROXIES", "127.0.0.1,proxy.example"],
  ["POSTIL_TRUSTED_PROXIES", "10.0.0.0/33"],
  ["LOG_LEVEL", "loud"],
  ["POSTIL_SIGN_UP", "everyone"],
  ["POSTIL_SPACES", "guests"],
  ["POSTIL_OWNER_EMAIL", "ada"],
  ["POSTIL_OWNER_PASSWORD", "short"],
  ["POSTIL_SMTP_URL", "mail.example"],
  ["POSTIL_MAIL_FROM", "postil"],
  ["POSTIL_OIDC_ISSUER", "accounts.example"],
])("[C2] %s=%s is refused with one sentence that names it", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(Refusal);
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
});

test.each([
  { POSTIL_OWNER_EMAIL: "ada@example.org" },
  { POSTIL_SMTP_URL: "smtp://mail.example" },
  { POSTIL_OIDC_CLIENT_ID: "postil" },
])("[C2] settings that need another one are refused alone (%j)", (settings) => {
  expect(() => readConfig(settings)).toThrow(Refusal);
  expect(() => readConfig(settings)).toThrow(
    /^POSTIL_\w+ and POSTIL_\w+ must be given together\.$/,
  );
});

test("[C3] with POSTIL_URL, browsers come from that origin only", () => {
  const config = readConfig({ POSTIL_URL: "https://Postil.Example:443/" });
  expect(addressOf(config, 3000)).toEqual({
    url: "https://postil.example",
    origins: new Set(["https://postil.example"]),
  });
});

test("[C3] on a loopback address, browsers come from any name of it", () => {
  const { origins } = addressOf(readConfig({ PORT: "4000" }), 4000);
  expect(origins).toEqual(
    new Set(["http://127.0.0.1:4000", "http://localhost:4000", "http://[::1]:4000"]),
  );
});

test("[C3] on one address of a network, browsers come from that one only", () => {
  const { origins } = addressOf(readConfig({ HOST: "192.0.2.7" }), 80);
  expect(origins).toEqual(new Set(["http://192.0.2.7"]));
});

test("[C3] on all addresses, browsers come from this machine's own ones", () => {
  const { url, origins } = addressOf(readConfig({ HOST: "0.0.0.0" }), 4000);
  expect(url).toBe("http://127.0.0.1:4000");
  expect(origins).toContain("http://localhost:4000");
  expect(origins).toContain("http://127.0.0.1:4000");
  expect(origins).toContain(new URL(`http://${hostname()}:4000`).origin);
  expect(origins).not.toContain("http://evil.example:4000");
});

test("[C3] the pages reach a server that listens everywhere on the loopback address", () => {
  expect(reachableUrl("0.0.0.0", 4000)).toBe("http://127.0.0.1:4000");
  expect(reachableUrl("192.0.2.7", 4000)).toBe("http://192.0.2.7:4000");
  expect(reachableUrl("::1", 4000)).toBe("http://[::1]:4000");
});
