// Takes a quote, or a link to one annotation, to the clipboard.

import { copyText } from "../../ui/clipboard.ts";
import type { Bench } from "../acts.ts";
import { linkTo } from "../linked-annotation.ts";

export type CopyingActs = {
  readonly copyQuote: (id: string) => void;
  readonly copyLink: (id: string) => void;
};

export function copyingActs(bench: Bench): CopyingActs {
  const { session, words } = bench;
  const copy = async (text: string, done: "quote-copied" | "link-copied"): Promise<void> => {
    const copied = await copyText(text);
    bench.tell(words(copied ? done : "cannot-copy"));
  };
  return {
    copyQuote: (id) => {
      const placed = session.index.get(id);
      if (placed)
        void copy(words("quote", { quote: placed.annotation.anchor.quote }), "quote-copied");
    },
    copyLink: (id) => void copy(linkTo(location, id), "link-copied"),
  };
}
