// A long list as JSON, answered piece by piece: to write ten thousand annotations at once would keep the server.

import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "hono";

/** How many are written before others have a turn. */
const AT_ONCE = 500;

/** Answers an object that holds nothing but a list of this name. */
export const answerList = (context: Context, name: string, list: readonly unknown[]) =>
  context.body(pieces(name, list), 200, { "Content-Type": "application/json" });

function pieces(name: string, list: readonly unknown[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await nextTurn();
      const written = list.slice(next, next + AT_ONCE).map((one) => JSON.stringify(one));
      const before = next === 0 ? `{${JSON.stringify(name)}:[` : written.length > 0 ? "," : "";
      next += AT_ONCE;
      const isLast = next >= list.length;
      controller.enqueue(Buffer.from(before + written.join(",") + (isLast ? "]}" : "")));
      if (isLast) controller.close();
    },
  });
}
