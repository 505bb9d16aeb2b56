import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Answer, type Caller, TestServer } from "../test-server.ts";

const ANNO = "http://www.w3.org/ns/anno.jsonld";
const LD = `application/ld+json; profile="${ANNO}"`;
const TEXT = "😀 Ann spoke.\n\nBen spoke, and Ann left.";

let server: TestServer;
let ann: Caller & { readonly id: string };
let bob: Caller & { readonly id: string };
let editor: Caller & { readonly id: string };
let article = "";
let path = "";
beforeAll(async () => {
  // a clock that hurries: nobody here asks too often
  let now = Date.now();
  server = await TestServer.start({ now: () => (now += 10_000) });
  ann = await server.guest("Ann Archer");
  bob = await server.guest("Bob");
  editor = await server.member("editor");
});
beforeEach(async () => {
  const { body } = await editor.ask("/api/articles", { json: { title: "T", text: TEXT } });
  article = `/api/articles/${body.id}`;
  path = `${article}/w3c/`;
});
afterAll(() => server.stop());

const sourceOf = (): string => server.url + article.replace("/api", "");
const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end });
const quote = (exact: string, prefix = "") => ({ type: "TextQuoteSelector", exact, prefix });
const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
const note = (value: string) => ({ type: "TextualBody", purpose: "describing", value });

const annotation = (selector: object | object[], ...body: object[]) => ({
  ...{ "@context": ANNO, type: "Annotation", motivation: "classifying" },
  body: body.length > 0 ? body : [tag("entity-person")],
  target: { source: sourceOf(), selector },
});

const send = (who: Caller, json: object, headers: Record<string, string> = {}): Promise<Answer> =>
  who.ask(path, { text: JSON.stringify(json), headers: { "content-type": LD, ...headers } });
const add = async (who: Caller, ...wanted: Parameters<typeof annotation>): Promise<Answer> =>
  send(who, annotation(...wanted));
const pathOf = (address: string): string => address.slice(server.url.length);

test("[PR1] the container tells what it is, and holds its first page", async () => {
  await add(ann, position(2, 5), tag("entity-person"), note("who?"));
  const { status, headers, body } = await bob.ask(path, { headers: { accept: LD } });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe(LD);
  expect(headers.get("link")).toContain('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"');
  expect(headers.get("link")).toContain('rel="http://www.w3.org/ns/ldp#constrainedBy"');
  expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
  expect(headers.get("accept-post")).toBe(LD);
  expect(headers.get("vary")).toBe("Accept, Prefer, Cookie");
  expect(headers.get("etag")).toMatch(/^"[\w-]+"$/);
  expect(headers.get("content-location")).toBe(`${server.url}${path}?iris=0`);
  expect(body).toMatchObject({
    id: `${server.url}${path}?iris=0`,
    type: ["BasicContainer", "AnnotationCollection"],
    ...{ label: "T", total: 1, last: `${server.url}${path}?iris=0&page=0` },
    first: {
      type: "AnnotationPage",
      items: [
        {
          id: expect.stringMatching(/\/w3c\/[\w-]+\.[\w-]+$/),
          body: [{ value: "entity-person" }, { value: "who?" }],
          target: { source: sourceOf(), selector: [quote("Ann", "😀 "), position(2, 5)] },
        },
      ],
    },
  });
  expect(body["@context"]).toContain(ANNO);
  const head = await bob.ask(path, { method: "HEAD" });
  expect(head.headers.get("etag")).toBe(headers.get("etag"));
  const options = await bob.ask(path, { method: "OPTIONS" });
  expect(options.headers.get("allow")).toBe(headers.get("allow"));
});

test("[PR1] an article says where its container is, and an empty one has no page", async () => {
  const { headers } = await bob.ask(article);
  expect(headers.get("link")).toBe(
    `<${server.url}${path}>; rel="http://www.w3.org/ns/oa#annotationService"`,
  );
  const { body } = await bob.ask(path);
  expect(body).toMatchObject({ total: 0 });
  expect(body).not.toHaveProperty("first");
  expect((await bob.ask(`${path}?page=0`)).status).toBe(404);
});

test("[PR2] pages hold each annotation and reply once, in their order", async () => {
  for (let index = 0; index < 101; index++) {
    const json = { kind: "claim", start: 3, end: 6, note: `${index}` };
    await (index % 2 === 0 ? ann : bob).ask(`${article}/annotations`, { json });
  }
  const { body: collection } = await bob.ask(path);
  expect(collection).toMatchObject({ total: 101, first: { items: { length: 100 } } });
  const [first] = collection.first.items;
  const [, author, id] = /([\w-]+)\.([\w-]+)$/.exec(first.id) ?? [];
  await bob.ask(`${article}/annotations/${author}/${id}/replies`, { json: { text: "why?" } });
  const found: { id: string; motivation: string; target: string }[] = [];
  let next: string | undefined = (await bob.ask(path)).body.first.id;
  while (next) {
    const { body, headers } = await bob.ask(pathOf(next));
    expect(body.type).toBe("AnnotationPage");
    expect(body.partOf).toEqual({ id: `${server.url}${path}?iris=0`, total: 102 });
    expect(body.startIndex).toBe(found.length);
    expect(body.prev === undefined).toBe(found.length === 0);
    expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    found.push(...body.items);
    next = body.next;
  }
  expect(new Set(found.map((each) => each.id)).size).toBe(102);
  expect(found[1]).toMatchObject({ motivation: "replying", target: first.id });
  expect((await bob.ask(pathOf(found[1]?.id ?? ""))).body).toMatchObject({ target: first.id });
});

test("[PR2] whoever prefers it is told addresses only, or no annotations", async () => {
  const { headers } = await add(ann, quote("Ben"));
  const address = headers.get("location");
  const oa = "http://www.w3.org/ns/oa#PreferContainedIRIs";
  const ldp = "http://www.w3.org/ns/ldp#PreferMinimalContainer";
  const prefer = (...all: string[]) => ({
    headers: { prefer: `return=representation;include="${all.join(" ")}"` },
  });
  const iris = await bob.ask(path, prefer(oa));
  expect(iris.body.first).toMatchObject({ items: [address] });
  expect(iris.headers.get("content-location")).toBe(`${server.url}${path}?iris=1`);
  expect((await bob.ask(`${path}?iris=1`)).body).toEqual(iris.body);
  const minimal = await bob.ask(path, prefer(ldp, oa));
  expect(minimal.body).toMatchObject({ total: 1, first: `${server.url}${path}?iris=1&page=0` });
  expect((await bob.ask(pathOf(minimal.body.first))).body.items).toEqual([address]);
});

test.each([
  ["offsets in code points", () => position(2, 5), "Ann"],
  ["words that stand there once", () => quote("Ben spoke"), "Ben spoke"],
  ["words with those before", () => quote("Ann", "and "), "Ann"],
  ["both", () => [position(28, 31), quote("Ann", "and ")], "Ann"],
  ["words, where the offsets lead elsewhere", () => [position(0, 3), quote("Ben")], "Ben"],
])("[PR3] an annotation is added by %s", async (_, selector, exact) => {
  const { status, headers, body } = await add(ann, selector(), tag("entity-person"), note("x"));
  expect(status).toBe(201);
  expect(body).toMatchObject({ body: [tag("entity-person"), note("x")] });
  expect(body.target.selector[0]).toMatchObject({ exact });
  expect(headers.get("location")).toBe(body.id);
  const again = await bob.ask(pathOf(body.id));
  expect(again.body).toEqual(body);
  expect(again.headers.get("etag")).toBe(headers.get("etag"));
  expect(again.headers.get("allow")).toBe("GET, HEAD, OPTIONS, PUT, DELETE");
  const { annotations } = (await bob.ask(`${article}/annotations`)).body;
  expect(annotations).toMatchObject([{ author: { id: ann.id }, kind: "entity", note: "x" }]);
});

test("[PR3] who made it and when is not taken from what is sent", async () => {
  const forged = { ...annotation(quote("Ben")), id: "urn:x", creator: "urn:postil:person:bob" };
  const { body } = await send(ann, { ...forged, created: "1999-01-01T00:00:00Z" });
  expect(body.creator.id).toBe(`urn:postil:person:${ann.id}`);
  expect(body.id).not.toBe("urn:x");
  expect(body.created).not.toMatch(/^1999/);
});

test.each([
  [415, () => ({ ...annotation(quote("Ben")), "@context": "https://schema.org" })],
  [400, () => ({ ...annotation(quote("Ben")), type: "Note" })],
  [400, () => annotation(quote("Ben"), tag("claim"), note("x".repeat(20_001)))],
  [422, () => ({ ...annotation(quote("Ben")), canonical: "urn:x" })],
  [422, () => annotation(quote("Ben"), note("no tag"))],
  [422, () => annotation(quote("Ben"), tag("verb"))],
  [422, () => annotation(quote("Ben"), tag("claim-person"))],
  [422, () => annotation(quote("Ann"))],
  [422, () => annotation(quote("Eve"))],
  [422, () => annotation(position(5, 500))],
  [422, () => annotation({ type: "FragmentSelector", value: "x" })],
  [422, () => ({ ...annotation(quote("Ben")), target: "https://elsewhere.example/" })],
  [422, () => ({ ...annotation(quote("Ben")), "postil:attributes": { none: "x" } })],
])(
  "[PR3] %i: what is no annotation of this article is refused, and leaves nothing",
  async (status, sent) => {
    const answer = await send(ann, sent());
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\.$|:/);
    expect((await ann.ask(path)).body.total).toBe(0);
  },
);

test("[PR4] a tag is another one with every change, and the same without", async () => {
  const tags = new Set<string | null>();
  const remember = async (known: number) => {
    const { headers } = await bob.ask(path);
    tags.add(headers.get("etag"));
    expect(tags.size).toBe(known);
  };
  await remember(1);
  const { body } = await add(ann, quote("Ben"));
  await remember(2);
  await remember(2);
  await ann.ask(`${article}/annotations/${body.id.split(".").at(-1)}`, {
    ...{ method: "PATCH", json: { note: "else" } },
  });
  await remember(3);
  await bob.ask(`${article}/annotations/${ann.id}/${body.id.split(".").at(-1)}/replies`, {
    json: { text: "hm" },
  });
  await remember(4);
  const [tagNow = ""] = [...tags].slice(-1);
  const known = { "if-none-match": `"x", W/${tagNow}` };
  expect((await bob.ask(path, { headers: known })).status).toBe(304);
  expect((await bob.ask(path, { headers: { "if-none-match": '"x"' } })).status).toBe(200);
});

test("[PR4] one's own is replaced and deleted, in the state that one knows", async () => {
  const { body, headers } = await add(ann, quote("Ben"), tag("entity-person"), note("x"));
  const one = pathOf(body.id);
  const put = (json: object, match: string) =>
    ann.ask(one, { method: "PUT", json, headers: { "if-match": match } });
  const changed = annotation(quote("Ben"), tag("claim-fact"), note("y"));
  expect((await put(changed, '"x"')).status).toBe(412);
  const known = headers.get("etag") ?? "";
  const replaced = await put(changed, known);
  expect(replaced.status).toBe(200);
  expect(replaced.body).toMatchObject({ id: body.id, body: [tag("claim-fact"), note("y")] });
  expect(replaced.headers.get("etag")).not.toBe(known);
  expect((await put(annotation(quote("spoke", "Ben ")), "*")).status).toBe(422);
  const stale = await ann.ask(one, { method: "DELETE", headers: { "if-match": known } });
  expect(stale.status).toBe(412);
  const fresh = { "if-match": replaced.headers.get("etag") ?? "" };
  expect((await ann.ask(one, { method: "DELETE", headers: fresh })).status).toBe(204);
  expect((await ann.ask(one)).status).toBe(404);
});

test("[PR4] a reply and another's annotation can be read, and nothing else", async () => {
  const { body } = await add(ann, quote("Ben"));
  const id = body.id.split(".").at(-1);
  const replies = `${article}/annotations/${ann.id}/${id}/replies`;
  const { body: reply } = await bob.ask(replies, { json: { text: "hm" } });
  const { headers, status } = await bob.ask(`${path}${bob.id}.${reply.id}`);
  expect([status, headers.get("allow")]).toEqual([200, "GET, HEAD, OPTIONS"]);
  expect((await bob.ask(`${path}${bob.id}.${reply.id}`, { method: "DELETE" })).status).toBe(422);
  expect((await bob.ask(pathOf(body.id), { method: "DELETE" })).status).toBe(403);
});

test.each([
  ["text/turtle", 406],
  ["application/ld+json;q=0, text/html", 406],
  ["text/html, */*;q=0.1", 200],
  ["application/json", 200],
  [LD, 200],
])("[PR5] whoever accepts %s is answered %i", async (accept, status) => {
  expect((await bob.ask(path, { headers: { accept } })).status).toBe(status);
});

test.each(["text/turtle", "text/plain", "application/x-www-form-urlencoded"])(
  "[PR5] a body of %s is refused",
  async (type) => {
    expect((await send(ann, annotation(quote("Ben")), { "content-type": type })).status).toBe(415);
  },
);

test("[PR6] each sees what they may see, hidden ones are left out, and nobody is named", async () => {
  const { body } = await add(ann, quote("Ben"), tag("entity-person"), note("mine"));
  expect(JSON.stringify((await bob.ask(path)).body)).not.toContain("Ann Archer");
  await editor.ask(`${article}/visibility`, { method: "PUT", json: { visibility: "own" } });
  expect((await bob.ask(path)).body).toMatchObject({ total: 0 });
  expect((await bob.ask(pathOf(body.id))).status).toBe(404);
  expect((await ann.ask(path)).body.total).toBe(1);
  await editor.ask(`${article}/visibility`, { method: "PUT", json: { visibility: "open" } });
  const id = body.id.split(".").at(-1);
  const json = { reason: "rude" };
  await editor.ask(`${article}/annotations/${ann.id}/${id}/hiding`, { method: "PUT", json });
  expect((await bob.ask(path)).body.total).toBe(0);
  expect((await bob.ask(pathOf(body.id))).status).toBe(404);
});
