import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import type { Caller } from "../test-server.ts";
import { ask, type Ids, isOfSomebody, Matrix } from "./matrix.test-kit.ts";
import { ASKERS, type Asker } from "./route-example.test-kit.ts";
import { ROUTES } from "./routes.test-kit.ts";

let matrix: Matrix;
let another: Ids;
beforeAll(async () => {
  matrix = await Matrix.start();
  another = await matrix.madeBy(await matrix.server.guest());
});
afterAll(() => matrix.server.stop());

async function becoming(asker: Asker, caller: Caller & { readonly id: string }): Promise<Caller> {
  if (asker === "nobody") return matrix.server.stranger();
  matrix.setRole(asker, caller);
  return caller;
}

test("[H1] every route says what it asks, and has an example here", () => {
  const { demands } = matrix;
  const examples = new Set(ROUTES.map(({ route }) => route));
  expect([...demands.keys()].filter((route) => !examples.has(route))).toEqual([]);
  expect([...demands].filter(([, demand]) => demand === undefined)).toEqual([]);
  expect(demands.size).toBeGreaterThan(30);
});

describe.each(ROUTES)("$route", (example) => {
  test.each(ASKERS)(
    "[H1] answers %s about their own, [H4] privately, [H5] with a sentence when it refuses",
    async (asker) => {
      const caller = await matrix.server.guest();
      const made = isOfSomebody(example) ? await matrix.madeBy(caller) : {};
      const answer = await ask(await becoming(asker, caller), example, {
        ...matrix.place,
        userId: caller.id,
        ...made,
      });
      expect(answer.status).toBe(matrix.expected({ asker, example, isOwn: true }));
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("vary")).toMatch(/(?:^|, )Cookie$/);
      if (answer.status < 400) return;
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(Object.keys(answer.body)).toEqual(["type", "title", "status", "detail", "code"]);
      expect(answer.body.detail).toMatch(/^[A-Z].*\.$/);
    },
  );
});

const OF_SOMEBODY = ROUTES.filter(isOfSomebody);
// what a door tells everybody has a test of its own
const SOMEWHERE = ROUTES.filter(({ route }) => /\{(articleId|spaceId)\}(?!\/door)/.test(route));

test.each(ASKERS)(
  "[H1] what another made is answered to %s as it has to be, and what is absent by 404",
  async (asker) => {
    const caller = await becoming(asker, await matrix.server.guest());
    for (const example of OF_SOMEBODY) {
      const { status } = await ask(caller, example, { ...matrix.place, ...another });
      expect(status, example.route).toBe(matrix.expected({ asker, example, isOwn: false }));
      const absent = { annotationId: newId(), annotationName: newId(), replyId: newId() };
      const gone = await ask(caller, example, { ...matrix.place, ...another, ...absent });
      const mayAsk = matrix.expected({ asker, example: { ...example, answer: 404 }, isOwn: true });
      expect(gone.status, example.route).toBe(mayAsk);
    }
  },
);

test.each(ASKERS.slice(1))(
  "[H1] %s cannot tell a place that is absent from one that is not shared",
  async (asker) => {
    const caller = await becoming(asker, await matrix.server.guest());
    const outsider = await becoming("stranger", await matrix.server.guest());
    for (const example of SOMEWHERE) {
      const absent = await ask(caller, example, {
        ...another,
        articleId: newId(),
        spaceId: newId(),
      });
      const unshared = await ask(outsider, example, { ...matrix.place, ...another });
      expect(absent.status, example.route).toBe(404);
      expect(absent.body, example.route).toEqual(unshared.body);
    }
  },
);
