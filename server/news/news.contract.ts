// What every carrier of news must do. A carrier's own test file hands in how processes are joined by it.

import { describe, expect, test } from "vitest";
import type { NewsCarrier } from "./news.ts";

/** `join` makes the ends of as many processes as the carrier can join, at least one; `settled` waits until all is told. */
export type Joining = {
  readonly join: () => readonly NewsCarrier[];
  readonly settled: () => Promise<void>;
};

/** Runs the suite against a carrier. */
export function checkNews(name: string, { join, settled }: Joining): void {
  describe(name, () => {
    test("[T1] everybody who listens hears what is told, in every process, in the order of telling", async () => {
      const ends = join();
      const heard: string[][] = ends.map(() => []);
      for (const [at, end] of ends.entries()) {
        end.listen("scheme", (space) => void heard[at]?.push(space));
      }
      const spaces = Array.from({ length: 20 }, (_, number) => `space ${number}`);
      await Promise.all(spaces.map((space) => ends[0]?.tell("scheme", space)));
      await settled();
      expect(heard).toEqual(ends.map(() => spaces));
    });

    test("[T1] of each topic only those hear who listen to it, and only while they do", async () => {
      const [end] = join();
      const heard: string[] = [];
      const stop = end?.listen("records", (rooms) => void heard.push(...rooms));
      end?.listen("access", () => void heard.push("access"));
      await end?.tell("records", new Set(["a/article", "a/state"]));
      await settled();
      stop?.();
      await end?.tell("records", new Set(["b/article"]));
      await end?.tell("access", "changed");
      await settled();
      expect(heard).toEqual(["a/article", "a/state", "access"]);
    });

    test("[T2] whoever tells waits for those of the same process", async () => {
      const [end] = join();
      const work = Promise.withResolvers<void>();
      let isOver = false;
      end?.listen("access", () => work.promise);
      const told = end?.tell("access", "changed").then(() => {
        isOver = true;
      });
      await settled();
      expect(isOver).toBe(false);
      work.resolve();
      await told;
      expect(isOver).toBe(true);
    });

    test("[T2] one who throws keeps nothing from the others, and whoever told hears of it", async () => {
      const [end] = join();
      let heard = 0;
      end?.listen("access", () => {
        throw new Error("not here");
      });
      end?.listen("access", () => void heard++);
      await expect(end?.tell("access", "changed")).rejects.toThrow("not here");
      expect(heard).toBe(1);
    });
  });
}
