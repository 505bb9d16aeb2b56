"use client";
// A button that takes along everything of a space, without a question: for before it is gone.

import { type ReactNode, Suspense } from "react";
import { Button } from "../ui/button.tsx";
import { LateWords } from "../words/late-words.tsx";
import { wholeAddress } from "./choice.ts";
import { TakingLine } from "./taking-line.tsx";
import { useTaking } from "./use-taking.ts";

type TakeWholeProps = {
  readonly spaceId: string;
  /** What the button says. */
  readonly children: ReactNode;
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

function WholeButton({ spaceId, children }: TakeWholeProps) {
  const { taking, take, cancel } = useTaking();
  return (
    <TakingLine taking={taking} onCancel={cancel}>
      <Button onClick={() => take(wholeAddress(spaceId))}>{children}</Button>
    </TakingLine>
  );
}
