// Takes annotations over: first it is asked what would not be found, then it is done.

import { useState } from "react";
import { useAskServer } from "../../library/ask-server.ts";
import { type Taken, takenSchema } from "./annotated-answer.ts";
import { type Choices, takingOf } from "./choices.ts";
import type { Found } from "./use-found.ts";

export type Taking =
  | { readonly at: "choosing" | "taking" }
  | { readonly at: "refused"; readonly sentence: string }
  /** Some would stay behind: it is asked once more. */
  | { readonly at: "behind"; readonly taken: Taken };

export function useTaking(
  found: Found,
  space: string,
  onDone: (articleIds: readonly string[]) => void,
) {
  const ask = useAskServer();
  const [taking, setTaking] = useState<Taking>({ at: "choosing" });
  const send = (choices: Choices, preview: boolean) =>
    ask(`/spaces/${space}/annotated-articles`, {
      method: "POST",
      body: { ...takingOf(found, choices), preview },
      expect: takenSchema,
    });
  const take = async (choices: Choices): Promise<void> => {
    const isWarned = taking.at === "behind";
    setTaking({ at: "taking" });
    const tried = isWarned ? null : await send(choices, true);
    if (tried?.ok && tried.value.articles.some(({ unfound, unsaid }) => unfound + unsaid > 0)) {
      setTaking({ at: "behind", taken: tried.value });
      return;
    }
    const answer = tried?.ok === false ? tried : await send(choices, false);
    if (!answer.ok) setTaking({ at: "refused", sentence: answer.sentence });
    else onDone(answer.value.articles.flatMap(({ id }) => id ?? []));
  };
  /** To be called when something else is chosen. */
  const settle = (): void => setTaking((now) => (now.at === "taking" ? now : { at: "choosing" }));
  return { taking, take: (choices: Choices) => void take(choices), settle };
}
