// Makes articles of what came, one after the other, and goes where they are.

import { useRouter } from "next/navigation";
import { useState } from "react";
import * as z from "zod/mini";
import { type Answer, useAskServer } from "../library/ask-server.ts";
import { type Arrival, articleBody, isReady } from "./arrival.ts";
import type { Arrivals } from "./use-arrivals.ts";

const createdSchema = z.object({ id: z.string() });

export type Adding = {
  /** How many are added by now; null while nobody asked for it. */
  readonly done: number | null;
  readonly add: () => void;
};

type AddingParts = {
  readonly arrivals: Arrivals;
  /** The id of the space that it goes to. */
  readonly space: string;
  /** Told each that is an article now. */
  readonly onAdded: (id: string) => void;
};

export function useAdding({ arrivals, space, onAdded }: AddingParts): Adding {
  const ask = useAskServer();
  const router = useRouter();
  const [done, setDone] = useState<number | null>(null);
  const add = async (): Promise<void> => {
    const added: Added[] = [];
    for (const arrival of arrivals.all.filter(isReady)) {
      setDone(added.length);
      const body = articleBody(space, arrival.stage);
      const answer = await ask("/articles", { method: "POST", body, expect: createdSchema });
      if (!answer.ok) {
        showRest(arrivals, arrival, answer, added);
        setDone(null);
        return;
      }
      added.push({ id: arrival.id, article: answer.value.id });
      onAdded(arrival.id);
    }
    const [first] = added;
    router.push(added.length === 1 && first ? `/articles/${first.article}` : `/spaces/${space}`);
  };
  return { done, add: () => void add() };
}

type Added = { readonly id: string; readonly article: string };

/** Leaves what is no article yet, and says why; what is one now stays one, and is not asked for again. */
function showRest(
  { drop, tell, replace }: Arrivals,
  { id, given }: Arrival,
  { code, sentence }: Extract<Answer<unknown>, { ok: false }>,
  added: readonly Added[],
): void {
  drop(added.map((each) => each.id));
  // what the server forgot meanwhile is brought in anew
  if (code === "import-gone") replace(id, given);
  else tell(id, sentence);
}
