import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { FETCH_LIMITS, type FetchLimits } from "./fetch-limits.ts";
import { fetchPage } from "./fetch-page.ts";
import type { Gate } from "./gate.ts";
import { openSite, type Site, TEST_GATE } from "./site.test-kit.ts";

const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function site(handle: RequestListener): Promise<Site> {
  const opened = await openSite(handle);
  sites.push(opened);
  return opened;
}

const HASTY: FetchLimits = { ...FETCH_LIMITS, firstByte: 400, total: 1500, patience: 200 };
const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string =>
  new TextDecoder().decode(bytes);
const refused = (code: string) => ({ code });

test("[I5] a page comes with its address and type, and what asked for it says next to nothing", async () => {
  let headers: unknown;
  const { url } = await site((request, response) => {
    headers = request.headers;
    response.setHeader("content-type", "text/html; charset=utf-8").end("<p>words");
  });
  const page = await fetchPage(`${url}/a?b#c`, TEST_GATE);
  expect(page).toMatchObject({ url: `${url}/a?b#c`, contentType: "text/html; charset=utf-8" });
  expect(textOf(page)).toBe("<p>words");
  expect(
    Object.keys(headers ?? {})
      .toSorted()
      .join(),
  ).toBe("accept,accept-encoding,connection,host,user-agent");
});

describe("a name whose resolver answers otherwise the second time", () => {
  test("[I6] leads to the address that was checked", async () => {
    const here = await site((_, response) => void response.end("checked"));
    let asked = 0;
    const rebinding: Gate = {
      ...TEST_GATE,
      resolve: () => Promise.resolve(asked++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]),
    };
    const page = await fetchPage(`http://rebound.example:${here.port}/`, rebinding);
    expect(textOf(page)).toBe("checked");
    expect(asked).toBe(1);
  });

  test("[I6] is refused where the second hop leads home", async () => {
    const here = await site((_, response) => {
      response.writeHead(302, { location: `http://rebound.example:${here.port}/two` }).end();
    });
    let asked = 0;
    const rebinding: Gate = {
      ...TEST_GATE,
      resolve: () => Promise.resolve(asked++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]),
    };
    const fetched = fetchPage(`http://rebound.example:${here.port}/`, rebinding);
    await expect(fetched).rejects.toMatchObject(refused("address-refused"));
    expect(here.asked()).toBe(1);
  });
});

describe("redirects", () => {
  test.for([
    "http://127.1/",
    "http://[::1]/",
    "http://169.254.169.254/latest/",
    "http://0x7f000001/",
    "//localhost/",
    "file:///etc/passwd",
    "http://user:secret@site.example/",
    "http://10.0.0.1:6379/",
    "gopher://site.example/",
  ])("[I7] to %s is refused", async (location) => {
    const { url } = await site((_, response) => void response.writeHead(301, { location }).end());
    const strict = { ...TEST_GATE, admitsAddress: (address: string) => address === "127.0.0.1" };
    const gate: Gate = { ...strict, admits: ({ hostname }) => hostname === "site.example" };
    await expect(fetchPage(url, gate)).rejects.toMatchObject(refused("address-refused"));
  });

  test("[I7] five are followed, a sixth and a loop are not", async () => {
    const { url } = await site((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("there");
      else
        response.writeHead(307, { location: Number.isNaN(left) ? "/loop" : `/${left - 1}` }).end();
    });
    expect(textOf(await fetchPage(`${url}/5`, TEST_GATE))).toBe("there");
    await expect(fetchPage(`${url}/6`, TEST_GATE)).rejects.toMatchObject(refused("page-refused"));
    await expect(fetchPage(`${url}/loop`, TEST_GATE)).rejects.toMatchObject(
      refused("page-refused"),
    );
  });
});

describe("bodies", () => {
  const bomb = gzipSync(Buffer.alloc(24 * 1024 * 1024));

  test("[I8] gzip of zeros is given up at 20 MiB, an endless body at 10", async () => {
    const { url } = await site((request, response) => {
      if (request.url === "/zeros") {
        response.setHeader("content-encoding", "gzip").end(bomb);
        return;
      }
      const chunk = Buffer.alloc(64 * 1024, "x");
      const more = (): void => {
        while (response.write(chunk));
      };
      response.on("drain", more);
      more();
    });
    const zeros = fetchPage(`${url}/zeros`, TEST_GATE);
    await expect(zeros).rejects.toMatchObject(refused("page-too-large"));
    await expect(fetchPage(url, TEST_GATE)).rejects.toMatchObject(refused("page-too-large"));
  });

  test("[I8] one encoding is undone, several and unknown ones are refused", async () => {
    const zipped = gzipSync("words");
    const { url } = await site((request, response) => {
      const encoding = decodeURIComponent(request.url?.slice(1) ?? "");
      const body = encoding === "gzip" ? zipped : gzipSync(zipped);
      response.setHeader("content-encoding", encoding).end(body);
    });
    expect(textOf(await fetchPage(`${url}/gzip`, TEST_GATE))).toBe("words");
    for (const encoding of ["gzip, gzip", "gzip,br", "zstd", "compress"]) {
      const fetched = fetchPage(`${url}/${encodeURIComponent(encoding)}`, TEST_GATE);
      await expect(fetched).rejects.toMatchObject(refused("page-refused"));
    }
  });

  test("[I9] a site that is silent, drips or never ends is given up in time", async () => {
    const { url } = await site((request, response) => {
      if (request.url === "/silent") return;
      response.writeHead(200).write("x");
      const bytes = request.url === "/drips" ? 1 : 4096;
      const timer = setInterval(() => response.write("x".repeat(bytes)), 50);
      response.on("close", () => clearInterval(timer));
    });
    const begun = performance.now();
    for (const path of ["silent", "drips", "never-ends"]) {
      const fetched = fetchPage(`${url}/${path}`, TEST_GATE, HASTY);
      await expect(fetched).rejects.toMatchObject(refused("page-too-slow"));
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test("[I9] what a site answers has a sentence each", async () => {
    const { url, port } = await site((request, response) => {
      const status = Number(request.url?.slice(1));
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end();
    });
    const codes = {
      404: "page-missing",
      410: "page-missing",
      403: "page-refused",
      500: "page-unreachable",
      0: "page-unreachable",
    };
    for (const [status, code] of Object.entries(codes)) {
      await expect(fetchPage(`${url}/${status}`, TEST_GATE)).rejects.toMatchObject(refused(code));
    }
    await expect(fetchPage(`https://site.example:${port}/`, TEST_GATE)).rejects.toMatchObject(
      refused("page-unreachable"),
    );
  });
});
