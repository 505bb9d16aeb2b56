// Makes articles of what came, one after the other, and goes where they are.

import { useRouter } from "next/navigation";
import { useState } from "react";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { articleBody, isReady } from "./arrival.ts";
import type { Arrivals } from "./use-arrivals.ts";

const createdSchema = z.object({ id: z.string() });

export type Adding = {
  /** How many are added by now; null while nobody asked for it. */
  readonly done: number | null;
  readonly add: () => void;
};

export function useAdding({ all, drop, tell }: Arrivals, space: string): Adding {
  const ask = useAskServer();
  const router = useRouter();
  const [done, setDone] = useState<number | null>(null);
  const add = async (): Promise<void> => {
    const added: { readonly id: number; readonly article: string }[] = [];
    for (const { id, stage } of all.filter(isReady)) {
      setDone(added.length);
      const body = articleBody(space, stage);
      const answer = await ask("/articles", { method: "POST", body, expect: createdSchema });
      if (!answer.ok) {
        // what is an article now stays one, and is not asked for again
        for (const each of added) drop(each.id);
        tell(id, answer.sentence);
        setDone(null);
        return;
      }
      added.push({ id, article: answer.value.id });
    }
    const [first] = added;
    router.push(added.length === 1 && first ? `/articles/${first.article}` : `/spaces/${space}`);
  };
  return { done, add: () => void add() };
}
