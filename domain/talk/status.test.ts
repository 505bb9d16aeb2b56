import { expect, test } from "vitest";
import { statusOf } from "./status.ts";
import type { Vote } from "./talk.ts";

const votes = (...cast: Vote[]) => cast.map((vote, at) => ({ vote, at, author: `person ${at}` }));

test("[K10] an annotation is contested while somebody disagrees, and resolved once its thread is settled", () => {
  expect(statusOf({ resolved: null, votes: votes("agree", "unsure") })).toBe("open");
  expect(statusOf({ resolved: null, votes: votes("agree", "disagree") })).toBe("contested");
  expect(statusOf({ resolved: { by: "ada", at: 1 }, votes: votes("disagree") })).toBe("resolved");
});
