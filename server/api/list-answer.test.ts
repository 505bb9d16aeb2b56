import { Hono } from "hono";
import { expect, test } from "vitest";
import { answerList } from "./list-answer.ts";

test.each([0, 1, 499, 500, 501, 1000, 1234])(
  "[H29] a list of %i is answered whole, piece by piece",
  async (length) => {
    const list = Array.from({ length }, (_, number) => ({ number, text: `"${number}" 😀` }));
    const app = new Hono().get("/", (context) => answerList(context, "annotations", list));
    const answer = await app.request("/");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.json()).toEqual({ annotations: list });
  },
);
