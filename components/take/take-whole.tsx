"use client";
// A button that takes along everything of a space, without a question: for before it is gone.

import { Suspense } from "react";
import { LateWords } from "../words/late-words.tsx";
import { wholeAddress } from "./choice.ts";
import { TakingLine } from "./taking-line.tsx";
import { useTaking } from "./use-taking.ts";

type TakeWholeProps = {
  readonly spaceId: string;
  /** What the button says. */
  readonly does: string;
};

export function TakeWhole(props: TakeWholeProps) {
  return (
    <Suspense>
      <LateWords area="take">
        <WholeButton {...props} />
      </LateWords>
    </Suspense>
  );
}

function WholeButton({ spaceId, does }: TakeWholeProps) {
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
