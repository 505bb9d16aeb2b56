// What somebody was adding when they left the page, offered again.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { arrivalOf } from "./kept-arrivals.ts";
import type { Annotated } from "./use-annotated.ts";
import type { Arrivals } from "./use-arrivals.ts";
import type { Keeping } from "./use-keeping.ts";
import type { Throwing } from "./use-thrown.tsx";

type KeptOfferProps = {
  readonly keeping: Keeping;
  readonly annotated: Annotated;
  readonly arrivals: Arrivals;
  readonly throwing: Throwing;
  /** Told the id of the space that it was to go to. */
  readonly onSpace: (space: string) => void;
};

/** How many are called by their names. */
const NAMED = 4;

export function KeptOffer({ keeping, annotated, arrivals, throwing, onSpace }: KeptOfferProps) {
  const words = useTranslations("intake");
  const kept = keeping.found?.arrivals ?? [];
  const { left } = annotated;
  const all = [...kept, ...(left ? [{ id: "", name: left.files[0]?.name ?? null }] : [])];
  if (all.length === 0) return null;
  const more = all.length - NAMED;
  const takeUp = (): void => {
    const memory = keeping.takeUp();
    if (memory) {
      onSpace(memory.space);
      arrivals.resume(memory.arrivals.map(arrivalOf));
    }
    if (left?.chosen) onSpace(left.chosen.space);
    annotated.takeUp();
  };
  const discard = (): void => {
    const ways = [keeping.drop(), annotated.dropLeft()];
    const back = (): void => {
      for (const way of ways) way();
    };
    const end = (): void => arrivals.forget(kept.map(arrivalOf));
    throwing.throwAway({ words: words("discarded"), back, end });
  };
  return (
    <section
      aria-label={words("not-added-yet")}
      className="flex flex-col gap-3 rounded-lg border border-accent bg-raised p-4"
    >
      <p className="font-medium">{words("was-adding", { count: all.length })}</p>
      <ul className="flex flex-col gap-1 font-serif text-[1.0625rem]">
        {all.slice(0, NAMED).map(({ id, name }) => (
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
