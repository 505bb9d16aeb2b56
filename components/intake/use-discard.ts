// Takes things that came off the page, and offers the way back.

import { useTranslations } from "use-intl";
import type { Arrival } from "./arrival.ts";
import { nameOf } from "./given.ts";
import type { Arrivals } from "./use-arrivals.ts";
import type { Throwing } from "./use-thrown.tsx";

export function useDiscard({ drop }: Arrivals, { throwAway }: Throwing) {
  const words = useTranslations("intake");
  return (gone: readonly Arrival[]): void => {
    const { back, forget } = drop(gone.map(({ id }) => id));
    const [lost, another] = gone.filter(({ stage }) => stage.at !== "refused");
    // what could not be read is no loss
    if (lost === undefined) return;
    const name = titleOf(lost) || nameOf(lost.given) || words("pasted");
    const said = another ? words("discarded") : words("removed", { name });
    throwAway({ words: said, back, end: forget });
  };
}

const titleOf = ({ stage }: Arrival): string =>
  stage.at === "ready" ? stage.draft.title.trim() : "";
