// Whoever takes something along under aliases takes nobody's name along, in every format and in the container; nor
// what was hidden.

import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WRITTEN_FORMATS } from "#domain/format-ids.ts";
import { type Caller, TestServer } from "../test-server.ts";

type Known = Caller & { readonly id: string; readonly name: string };

const ANNO = "http://www.w3.org/ns/anno.jsonld";
const TEXT = "One two three four five.";

/** How often the game is played. */
const ROUNDS = Number(process.env.ALIAS_ROUNDS ?? 1);

let server: TestServer;
let editor: Caller & { readonly id: string };
let space = "";
let people: Known[] = [];

/** Names of many kinds; each begins with letters that are nowhere else, however the rest is written in a file. */
const ENDS = [
  "",
  " Baker",
  " O'Neil & <Sons>",
  " (b.c)*",
  " Überall",
  " علي",
  " 李😀",
  ' "x" \\ y',
];
const coreOf = (index: number): string => `Qzx${index}vW`;

beforeAll(async () => {
  // a clock that hurries: nobody here asks too often
  let now = Date.now();
  server = await TestServer.start({ now: () => (now += 10_000) });
  editor = await server.member("editor");
  space = String(server.sql("SELECT id FROM space")[0]?.id);
  people = [];
  for (const [index, end] of ENDS.entries()) {
    const name = `${coreOf(index)}${end}`;
    people.push(Object.assign(await server.guest(name), { name }));
  }
});
afterAll(() => server.stop());

async function addArticle(): Promise<string> {
  const { status, body } = await editor.ask("/api/articles", {
    json: { title: "T", text: TEXT, space },
  });
  expect(status).toBe(201);
  return `/api/articles/${body.id}`;
}

const done = async (asked: ReturnType<Caller["ask"]>) => {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};

async function bytesOf(who: Caller, path: string): Promise<Uint8Array> {
  const response = await fetch(server.url + path, { headers: { cookie: who.cookie } });
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** All that a file says, also within the zips that it is or holds. */
function wordsIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return new TextDecoder().decode(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, file]) => `${name}\n${wordsIn(file)}`)
    .join("\n");
}

const nameless = (words: string): void => {
  const named = [...ENDS.keys()].map(coreOf).filter((core) => words.includes(core));
  expect(named, words.slice(0, 80)).toEqual([]);
};

const index = fc.nat(ENDS.length - 1);
/** Words that name members in the middle, at the edges, and one behind the other. */
const saying = fc
  .array(fc.tuple(fc.constantFrom("", "as ", "(", "so\n", "؟ ", "😀"), index), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) =>
    parts.map(([before, named]) => `${before}@${coreOf(named)}${ENDS[named]}`).join(", "),
  );
type Deed = {
  readonly by: number;
  readonly note: string;
  readonly speaker: string;
  readonly reply: string;
  readonly reason: string;
};
const deed: fc.Arbitrary<Deed> = fc.record({
  by: index,
  note: saying,
  speaker: saying,
  reply: saying,
  reason: saying,
});

test("[EX4] [PR6] under aliases no name of a member is in any format, nor in the container", async () => {
  const deeds = fc.array(deed, { minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(deeds, index, async (all, taker) => {
      const at = await addArticle();
      for (const each of all) await doAll(at, each);
      const who = people[taker] ?? editor;
      for (const format of WRITTEN_FORMATS) {
        const query = `format=${format}&states=open,resolved,hidden`;
        nameless(wordsIn(await bytesOf(editor, `${at}/annotations?${query}`)));
      }
      for (const path of ["/annotations?format=postil", "/losses", "/w3c/?page=0"]) {
        nameless(wordsIn(await bytesOf(who, at + path)));
      }
      await eachAlone(who, `${at}/w3c/`);
    }),
    { numRuns: ROUNDS },
  );
}, 60_000);

/** Reads the container, and all that it holds one by one. */
async function eachAlone(who: Caller, container: string): Promise<void> {
  const { first } = JSON.parse(wordsIn(await bytesOf(who, container)));
  expect(first.items.length).toBeGreaterThan(3);
  nameless(JSON.stringify(first));
  for (const { id } of first.items) {
    nameless(wordsIn(await bytesOf(who, id.slice(server.url.length))));
  }
}

/** Somebody annotates, an editor answers, a peer votes, and the editor hides the answer. */
async function doAll(at: string, { by, note, speaker, reply, reason }: Deed) {
  const somebody = people[by] ?? expect.unreachable();
  const peer = people[(by + 1) % people.length] ?? expect.unreachable();
  const marked = { kind: "claim", start: 0, end: 3, note };
  const { id, author } = await done(somebody.ask(`${at}/annotations`, { json: marked }));
  await done(
    somebody.ask(`${at}/annotations/${id}`, {
      ...{ method: "PATCH", json: { attributes: { speaker } } },
    }),
  );
  const one = `${at}/annotations/${author.id}/${id}`;
  const json = { text: reply, mentions: people.map((each) => each.id) };
  const said = await done(editor.ask(`${one}/replies`, { json }));
  await done(peer.ask(`${one}/vote`, { method: "PUT", json: { vote: "agree" } }));
  const hiding = { method: "PUT", json: { reason } };
  await done(editor.ask(`${at}/replies/${editor.id}/${said.id}/hiding`, hiding));
}

/** Lets peers read each other's names, or not. */
const showNames = (namesShown: boolean) =>
  server.sql("UPDATE space SET names_shown = ? WHERE id = ?", namesShown ? 1 : 0, space);

const noteIn = async (who: Caller, at: string): Promise<string> =>
  JSON.parse(wordsIn(await bytesOf(who, `${at}/annotations?format=postil`))).annotations[0].note;

test("[V4] whoever guesses a peer's name does not learn by a file which alias is theirs", async () => {
  const [sam, bob] = [people[0] ?? expect.unreachable(), people[1] ?? expect.unreachable()];
  showNames(false);
  const at = await addArticle();
  const note = `@${bob.name}, @${sam.name}`;
  const json = { kind: "claim", start: 0, end: 3, note };
  const { id } = await done(sam.ask(`${at}/annotations`, { json }));
  const said = { text: "Hm.", mentions: [sam.id] };
  await done(bob.ask(`${at}/annotations/${sam.id}/${id}/replies`, { json: said }));
  const [forSam, forEditor] = [await noteIn(sam, at), await noteIn(editor, at)];
  expect(forSam).toMatch(/^@…, @\w+ \w+ \d+$/);
  expect(forEditor).toMatch(/^@\w+ \w+ \d+, @\w+ \w+ \d+$/);
  const { items } = (await done(sam.ask(`${at}/w3c/`))).first;
  expect(items[0].body[1].value).toBe(forSam);
  showNames(true);
});

test("[V4] who sees nobody's learns of nobody that they are there", async () => {
  const [sam, bob] = [people[0] ?? expect.unreachable(), people[1] ?? expect.unreachable()];
  const at = await addArticle();
  const visibility = { method: "PUT", json: { visibility: "own" } };
  await done(editor.ask(`${at}/visibility`, visibility));
  const note = `@${bob.name}, @Nobody Atall`;
  const json = { kind: "claim", start: 0, end: 3, note };
  await done(sam.ask(`${at}/annotations`, { json }));
  expect(await noteIn(sam, at)).toBe(note);
});

test("[PR4] whom one's note names it names still after it was replaced by what was told", async () => {
  const [sam, bob] = [people[0] ?? expect.unreachable(), people[1] ?? expect.unreachable()];
  const at = await addArticle();
  const json = { kind: "claim", start: 0, end: 3, note: `see @${bob.name}` };
  const { id } = await done(sam.ask(`${at}/annotations`, { json }));
  const one = `${at}/w3c/${sam.id}.${id}`;
  const item = await done(sam.ask(one));
  expect(item.body[1].value).not.toContain(bob.name);
  const put = async (value: string) => {
    const body = [item.body[0], { ...item.body[1], value }];
    const text = JSON.stringify({ ...item, "@context": ANNO, body });
    const headers = { "content-type": "application/ld+json" };
    await done(sam.ask(one, { method: "PUT", text, headers }));
    return (await done(sam.ask(`${at}/annotations`))).annotations[0].note;
  };
  expect(await put(item.body[1].value)).toBe(`see @${bob.name}`);
  expect(await put(`${item.body[1].value}, too`)).toBe(`see @${bob.name}, too`);
  expect(await put("see nobody")).toBe("see nobody");
});

test("[EX8] a reply that an editor hid is in a file only where hidden ones are asked for", async () => {
  const [sam] = people;
  if (!sam) return expect.unreachable();
  const at = await addArticle();
  const json = { kind: "claim", start: 0, end: 3, note: "hm" };
  const { id } = await done(sam.ask(`${at}/annotations`, { json }));
  const replies = `${at}/annotations/${sam.id}/${id}/replies`;
  await done(sam.ask(replies, { json: { text: "polite words" } }));
  const rude = await done(sam.ask(replies, { json: { text: "rude words" } }));
  const hiding = { method: "PUT", json: { reason: "rude" } };
  await done(editor.ask(`${at}/replies/${sam.id}/${rude.id}/hiding`, hiding));
  for (const format of ["w3c", "evidence", "postil"]) {
    const path = `${at}/annotations?format=${format}`;
    const told = wordsIn(await bytesOf(editor, path));
    expect([told.includes("polite words"), told.includes("rude words")]).toEqual([true, false]);
    const all = wordsIn(await bytesOf(editor, `${path}&states=open,resolved,hidden`));
    expect(all).toContain("rude words");
  }
});
