// All that was brought, each as far as it is: one as a page to look over, several a line each.

import { ChevronRight, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import type { Arrival, Ready } from "./arrival.ts";
import { OnTheWay } from "./on-the-way.tsx";
import { Preview } from "./preview.tsx";
import type { Arrivals } from "./use-arrivals.ts";

type ArrivalListProps = {
  readonly arrivals: Arrivals;
  /** Whether nothing of it can be changed: it is being added. */
  readonly isHeld: boolean;
  readonly onRemove: (arrival: Arrival) => void;
};

export function ArrivalList({ arrivals, isHeld, onRemove }: ArrivalListProps) {
  const { all } = arrivals;
  const isOne = all.filter(({ stage }) => stage.at !== "refused").length === 1;
  if (all.length === 0) return null;
  return (
    <fieldset disabled={isHeld} className="min-w-0">
      <ul className="flex flex-col gap-2">
        {all.map((arrival) => (
          <li key={arrival.id}>
            {arrival.stage.at === "ready" ? (
              <Come {...{ arrival, isOne, arrivals, onRemove }} stage={arrival.stage} />
            ) : (
              <OnTheWay
                given={arrival.given}
                stage={arrival.stage}
                onDrop={() => onRemove(arrival)}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type ComeProps = Pick<ArrivalListProps, "arrivals" | "onRemove"> & {
  readonly arrival: Arrival;
  readonly stage: Ready;
  readonly isOne: boolean;
};

function Come({ arrival, stage, isOne, arrivals, onRemove }: ComeProps) {
  const { id, given } = arrival;
  const words = useTranslations("intake");
  const { came, draft, wrong } = stage;
  // what lacks its title asks for it
  const [isFirstOpen] = useState(came.title === "");
  const preview = <Preview {...{ id, given, arrivals }} ready={stage} />;
  if (isOne) return preview;
  const title = draft.title.trim() || words("no-title");
  const kept = came.content.length - draft.trim.out.size;
  return (
    <div className="flex items-start gap-3 border-rule border-t py-1">
      <details open={isFirstOpen || wrong !== null} className="group min-w-0 grow">
        <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-md py-1 hover:bg-sunken pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={16}
            aria-hidden
            className="shrink-0 group-open:rotate-90 rtl:not-group-open:rotate-180"
          />
          <span className="min-w-0 grow wrap-anywhere font-serif text-[1.0625rem]">
            <bdi>{title}</bdi>
          </span>
          <span className="shrink-0 text-muted text-sm tabular-nums">
            {words("parts", { count: kept })}
          </span>
        </summary>
        <div className="pt-4 pb-8">{preview}</div>
      </details>
      <Button
        look="icon"
        aria-label={words("remove", { name: title })}
        className="mt-0.5"
        onClick={() => onRemove(arrival)}
      >
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}
