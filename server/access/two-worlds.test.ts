// Two worlds that differ in nothing but what peers do, and how their teacher answers them. In each of them
// somebody who sees only their own does the same, and everything that reaches them is kept: the same bytes.

import fc from "fast-check";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { setNote } from "#domain/annotation/layer.ts";
import { recordsOf, repliesOf } from "#domain/annotation/layer-roots.ts";
import type { Visibility } from "#domain/space.ts";
import { readHidden } from "#domain/talk/article-state.ts";
import { layerPath, STATE_ROOM, SYNC } from "#domain/wire.ts";
import { encodeStep1 } from "../sync/sync-message.ts";
import type { TestClient } from "../sync/test-client.ts";
import { until } from "../sync/test-server.ts";
import { type Deed, mark, School, say } from "./school.test-kit.ts";

/** How many worlds are played beside the one in which nobody else is there. */
const WORLDS = Number(process.env.WORLD_ROUNDS ?? 5);

type World = { readonly peers: number; readonly deeds: readonly (readonly Deed[])[] };

const deed: fc.Arbitrary<Deed> = fc.record({
  peer: fc.nat(2),
  act: fc.constantFrom("mark", "note", "reply", "vote", "delete", "look", "leave"),
  answer: fc.constantFrom("nothing", "reply", "vote", "hide", "resolve"),
});

/** As many groups of deeds as the one who is watched has steps. */
const STEPS = 6;

const world: fc.Arbitrary<World> = fc.record({
  peers: fc.nat(3),
  deeds: fc.array(fc.array(deed, { maxLength: 4 }), { minLength: STEPS, maxLength: STEPS }),
});

const MARK = "sams-mark0";
const MODEL = "teachers00";

/** What happens to Sam in every world: each step is over when Sam has got what comes of it. */
const samsSteps = ({ sam, teacher, article }: School): (() => Promise<void>)[] => {
  const layerOf = (owner: string) => sam.client.layer(owner);
  const hiding = `/api/articles/${article}/annotations/sam/${MARK}/hiding`;
  const isEchoed = (client: TestClient) => sam.client.seen.has(client.article.clientID);
  return [
    async () => {
      mark(sam, MARK, "The mayor lied");
      await until(() => sam.client.isSaved, "Sam's mark is stored");
    },
    async () => {
      mark(teacher, MODEL, "the bridge");
      await until(() => recordsOf(layerOf("teacher")).has(MODEL), "Sam sees the teacher's mark");
    },
    async () => {
      say(teacher, `sam/${MARK}`, 0);
      await until(() => repliesOf(layerOf("teacher")).size === 1, "Sam has an answer");
    },
    async () => {
      setNote(sam.client.layer(), MARK, "Is that so?");
      await until(() => sam.client.isSaved, "Sam's note is stored");
    },
    async () => {
      await teacher.caller.ask(hiding, { method: "PUT", json: { reason: "Later." } });
      await until(() => readHidden(layerOf(STATE_ROOM)).size === 1, "Sam sees that it is hidden");
    },
    async () => {
      teacher.client.showPresence();
      await until(() => isEchoed(teacher.client), "Sam sees the teacher");
    },
  ];
};

/** What Sam asks, and how: what there is, what there may be, and what can be guessed. */
const QUESTIONS: readonly (readonly [path: string, method?: string, json?: object])[] = [
  ["/api/session"],
  ["/api/spaces"],
  ["/api/spaces/SPACE"],
  ["/api/spaces/SPACE/members"],
  ["/api/spaces/SPACE/progress"],
  ["/api/spaces/SPACE/aliases"],
  ["/api/spaces/SPACE/scheme"],
  ["/api/articles"],
  ["/api/search?q=the"],
  ["/api/search?q=about"],
  ["/api/search?q=peer"],
  ["/api/articles/ARTICLE"],
  ["/api/articles/ARTICLE/annotations"],
  ["/api/articles/ARTICLE/highlights"],
  ["/api/articles/ARTICLE/members"],
  ["/api/articles/ARTICLE/versions"],
  ["/api/articles/ARTICLE/visit"],
  ["/api/articles/ARTICLE/visibility", "PUT", { visibility: "open" }],
  ["/api/articles/ARTICLE/annotations/peers00000", "DELETE"],
  ["/api/articles/ARTICLE/annotations/peer-0/peers00000/vote", "PUT", { vote: "agree" }],
  ["/api/articles/ARTICLE/annotations/peer-0/peers00000/replies", "POST", { text: "x" }],
  ["/api/articles/ARTICLE/annotations/peer-0/peers00000/resolution", "PUT"],
];

/** The answers, headers and all. Ids that are made at random, the port, and the time of day are masked. */
async function answersTo({ server, sam, article }: School): Promise<string[]> {
  const space = String(server.sql("SELECT id FROM space")[0]?.id);
  const ids = { ARTICLE: article, SPACE: space, SAMPLE: server.sampleId, SERVER: server.url };
  const masked = (text: string): string =>
    Object.entries(ids).reduce((told, [name, id]) => told.replaceAll(id, name), text);
  const answers: string[] = [];
  for (const [path, method, json] of QUESTIONS) {
    const asked = path.replace("ARTICLE", article).replace("SPACE", space);
    const asking = { ...(method && { method }), ...(json && { json }) };
    const { status, headers, body } = await sam.caller.ask(asked, asking);
    const told = [...headers].filter(([name]) => name !== "date");
    answers.push(masked(JSON.stringify([path, status, told, body])));
  }
  return answers;
}

/** How sockets at layers end that are not Sam's, whether they exist or not. */
async function knocks({ server, sam, article }: School): Promise<number[]> {
  const knock = (owner: string): Promise<number> => {
    const url = server.url.replace("http", "ws") + layerPath(article, owner);
    const ws = new WebSocket(url, { headers: { cookie: sam.caller.cookie } });
    return new Promise((resolve) => {
      ws.once("close", resolve);
      ws.once("open", () => ws.send(encodeStep1(Uint8Array.of(0))));
      ws.once("message", () => ws.terminate());
    });
  };
  return await Promise.all(["peer-0", "peer-1", "nobody", "teacher"].map(knock));
}

/** Frames as they came. Of the text only the kind of each message counts: it is written under a random id. */
const transcriptOf = ({ frames }: TestClient): string[] =>
  frames.map((frame) => {
    const told = frame[0] === SYNC ? frame.slice(0, 2) : frame;
    return Buffer.from(told).toString("latin1");
  });

/** Everything that reaches Sam in a world. */
async function whatSamGets(
  { peers, deeds }: World,
  visibility: Visibility = "own",
): Promise<unknown> {
  const school = await School.open(visibility);
  const { sam, teacher } = school;
  try {
    await school.join(peers);
    const answers: string[][] = [];
    for (const [at, step] of samsSteps(school).entries()) {
      await school.play(deeds[at] ?? []);
      await step();
      if (at % 3 === 0) answers.push(await answersTo(school));
    }
    await until(() => teacher.client.isSaved, "the teacher's is stored");
    answers.push(await answersTo(school));
    const first = transcriptOf(sam.client);
    sam.client.cut();
    await sam.client.connect();
    await until(() => sam.client.isSaved, "Sam is back");
    const all = transcriptOf(sam.client);
    const stores = [...sam.client.layers.keys()].sort();
    return { answers, knocks: await knocks(school), first, back: all.slice(first.length), stores };
  } finally {
    await school.close();
  }
}

const ALONE: World = { peers: 0, deeds: [] };

test("[V7] whatever peers do, the same bytes reach who sees only their own", {
  timeout: 300_000,
}, async () => {
  const alone = await whatSamGets(ALONE);
  expect(alone).toMatchObject({ stores: ["sam", STATE_ROOM, "teacher"] });
  await fc.assert(
    fc.asyncProperty(world, async (each) => {
      expect(await whatSamGets(each)).toEqual(alone);
    }),
    { numRuns: WORLDS, endOnFailure: true },
  );
});

test("[V7] the game would notice: where everyone sees everyone, the worlds differ", {
  timeout: 60_000,
}, async () => {
  const peer = { peer: 0, act: "mark", answer: "nothing" } as const;
  const busy: World = { peers: 1, deeds: [[peer]] };
  const [alone, together] = [await whatSamGets(ALONE, "open"), await whatSamGets(busy, "open")];
  expect(together).not.toEqual(alone);
});
