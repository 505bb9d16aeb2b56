import { describe, expect, test } from "vitest";
import { addressesFor, type Gate, PUBLIC_GATE } from "./gate.ts";
import { pageAddress, redirectFrom } from "./page-address.ts";

/** Addresses by which people try to reach what is not theirs to reach. */
const REFUSED = [
  ..."http://127.0.0.1/ http://127.1/ http://127.0.1 http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://017700000001/ http://0177.0.0.1/ http://127.0.0.1./ http://127.255.255.254/ http://0/ http://0.0.0.0/ http://0.1.2.3/".split(
    " ",
  ),
  ..."http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/ http://3232235777/ http://100.64.0.1/ http://100.127.255.254/ http://169.254.169.254/latest/meta-data/ http://169.254.1.1/ http://[fd00:ec2::254]/ http://192.0.0.192/ http://192.0.2.1/ http://198.18.0.1/ http://198.51.100.7/ http://203.0.113.9/ http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/".split(
    " ",
  ),
  ..."http://[::1]/ http://[::]/ http://[::ffff:7f00:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:a9fe:a9fe]/ http://[::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b:1::a00:1]/ http://[2002:7f00:1::]/ http://[2001:0:7f00:1::]/ http://[fe80::1]/ http://[fc00::1]/ http://[fd12:3456::1]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[3fff::1]/ http://[5f00::1]/".split(
    " ",
  ),
  ..."http://localhost/ http://LOCALHOST./ http://a.localhost/ http://printer.local/ http://metadata.google.internal/ http://ⓛocalhost/ http://１２７.0.0.1/ http://127。0。0。1/ http://wiki.corp/ http://nas.home.arpa/".split(
    " ",
  ),
  ..."http://user@93.184.216.34/ http://user:secret@93.184.216.34/ http://93.184.216.34@127.0.0.1/ http://93.184.216.34:22/ http://93.184.216.34:8080/ https://93.184.216.34:6379/ http:\\\\127.0.0.1\\ http://127.0.0.1#@93.184.216.34/ http://127.0.0.1?@93.184.216.34/ ftp://93.184.216.34/ file:///etc/passwd gopher://93.184.216.34/ data:text/html,x javascript:alert(1) blob:http://93.184.216.34/ //93.184.216.34/ 93.184.216.34 http:// https://".split(
    " ",
  ),
  `http://93.184.216.34/${"x".repeat(2000)}`,
];

const addressesOf = async (address: string, gate: Gate): Promise<readonly string[]> =>
  addressesFor(pageAddress(address), gate);

describe("where the fetcher may go", () => {
  test.for(REFUSED)("[I5] %s is refused", async (address) => {
    await expect(addressesOf(address, PUBLIC_GATE)).rejects.toMatchObject({
      code: "address-refused",
    });
  });

  test.for([
    "http://93.184.216.34/",
    "https://93.184.216.34:443/",
    "http://93.184.216.34:80/",
    "https://[2606:2800:220:1::1]/",
    "http://1572395042/", // 93.184.216.34
  ])("[I5] %s is of the public web", async (address) => {
    expect(await addressesOf(address, PUBLIC_GATE)).toHaveLength(1);
  });

  const answering = (...addresses: string[]): Gate => ({
    ...PUBLIC_GATE,
    resolve: () => Promise.resolve(addresses),
  });

  test.for([
    ["127.0.0.1"],
    ["93.184.216.34", "10.0.0.1"],
    ["2606:2800:220:1::1", "::1"],
    ["93.184.216.34", "::ffff:169.254.169.254"],
  ])("[I6] a name that leads to %s is refused", async (addresses) => {
    await expect(
      addressesOf("https://news.example/", answering(...addresses)),
    ).rejects.toMatchObject({ code: "address-refused" });
  });

  test("[I6] a name is looked up once, and may have several public addresses", async () => {
    const addresses = ["93.184.216.34", "2606:2800:220:1::1"];
    expect(await addressesOf("https://news.example/", answering(...addresses))).toEqual(addresses);
    const nobody = addressesOf("https://news.example/", answering());
    await expect(nobody).rejects.toMatchObject({ code: "address-unknown" });
  });
});

test("[I7] a page of https leads to pages of https only, one of http to both", () => {
  const secure = new URL("https://news.example/a/b");
  expect(redirectFrom(secure, "../c").href).toBe("https://news.example/c");
  expect(redirectFrom(new URL("http://news.example/"), secure.href).href).toBe(secure.href);
  for (const location of ["http://news.example/", "//user@news.example/", "javascript:x"]) {
    expect(() => redirectFrom(secure, location)).toThrow("public web");
  }
});
