// What somebody was adding when they left the page, offered again.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { arrivalOf } from "./kept-arrivals.ts";
import type { Arrivals } from "./use-arrivals.ts";
import type { Keeping } from "./use-keeping.ts";
import type { Throwing } from "./use-thrown.tsx";

type KeptOfferProps = {
  readonly keeping: Keeping;
  readonly arrivals: Arrivals;
  readonly throwing: Throwing;
  /** Told the id of the space that it was to go to. */
  readonly onSpace: (space: string) => void;
};

/** How many are called by their names. */
const NAMED = 4;

export function KeptOffer({ keeping, arrivals, throwing, onSpace }: KeptOfferProps) {
  const words = useTranslations("intake");
  const kept = keeping.found?.arrivals ?? [];
  if (kept.length === 0) return null;
  const more = kept.length - NAMED;
  const takeUp = (): void => {
    const memory = keeping.takeUp();
    if (memory === null) return;
    onSpace(memory.space);
    arrivals.resume(memory.arrivals.map(arrivalOf));
  };
  const discard = (): void => {
    const back = keeping.drop();
    const end = (): void => arrivals.forget(kept.map(arrivalOf));
    throwing.throwAway({ words: words("discarded"), back, end });
  };
  return (
    <section
      aria-label={words("not-added-yet")}
      className="flex flex-col gap-3 rounded-lg border border-accent bg-raised p-4"
    >
      <p className="font-medium">{words("was-adding", { count: kept.length })}</p>
      <ul className="flex flex-col gap-1 font-serif text-[1.0625rem]">
        {kept.slice(0, NAMED).map(({ id, name }) => (
          <li key={id} className="truncate">
            <bdi>{name ?? words("pasted")}</bdi>
          </li>
        ))}
        {more > 0 && <li className="text-muted">{words("and-more", { count: more })}</li>}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="filled" onClick={takeUp}>
          {words("go-on")}
        </Button>
        <Button look="quiet" onClick={discard}>
          {words("discard")}
        </Button>
      </div>
    </section>
  );
}
