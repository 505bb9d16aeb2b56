// Says what a hand took away, and brings it back by one press.

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Toast } from "../ui/toast.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { type Acts, useActs } from "./use-act.ts";

/** What was taken away. */
type Taken = {
  readonly id: string;
  /** Says that it is gone. */
  readonly gone: string;
  /** Says that it is back. */
  readonly back: string;
  /** Asks the server for it, and calls `done` when it is back. */
  readonly bringBack: (acts: Acts, done: () => void) => void;
};

type TakingBack = {
  /** Tells of something that has just been taken away. */
  readonly tell: (taken: Taken) => void;
  /** Has to be on the page all the time: what is said there is read aloud. */
  readonly notice: ReactNode;
};

export function useTakingBack(): TakingBack {
  const words = useTranslations("space");
  const acts = useActs();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [said, setSaid] = useState("");
  const tell = (now: Taken): void => {
    setTaken(now);
    setSaid(now.gone);
  };
  const undo = ({ back, bringBack }: Taken): void => {
    setTaken(null);
    bringBack(acts, () => setSaid(back));
  };
  const notice = (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Wrong sentence={acts.error} />
      {taken && (
        <Toast
          key={taken.id}
          words={taken.gone}
          act={{ name: words("undo"), run: () => undo(taken) }}
          onGone={() => setTaken(null)}
        />
      )}
    </>
  );
  return { tell, notice };
}
