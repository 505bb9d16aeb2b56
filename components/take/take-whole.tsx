"use client";
// A button that takes along everything of a space, without a question: for before it is gone.

import { wholeAddress } from "./choice.ts";
import { TakingLine } from "./taking-line.tsx";
import { useTaking } from "./use-taking.ts";

type TakeWholeProps = {
  readonly spaceId: string;
  /** What the button says. */
  readonly does: string;
};

/** Words that come late would leave a button on the page that does not listen yet: its page lists `take`. */
export function TakeWhole({ spaceId, does }: TakeWholeProps) {
  const { taking, take, cancel } = useTaking();
  return (
    <TakingLine
      taking={taking}
      begin={() => take(wholeAddress(spaceId))}
      onCancel={cancel}
      does={does}
      look="plain"
    />
  );
}
