// Tells editors at an article that somebody waits to come into its space, and lets them in from there.

import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { LateWords } from "../words/late-words.tsx";
import type { Space } from "./space-answers.ts";
import { useWaiting } from "./use-waiting.ts";

/** How many names are told; the page of the people has all. */
const NAMES = 8;

type WaitingAtDeskProps = { readonly space: Pick<Space, "id"> };

export function WaitingAtDesk({ space }: WaitingAtDeskProps) {
  return (
    <Suspense>
      <LateWords area="space">
        <Waiting space={space} />
      </LateWords>
    </Suspense>
  );
}

function Waiting({ space }: WaitingAtDeskProps) {
  const words = useTranslations("space");
  const { waiting, letAllIn, error } = useWaiting(space);
  const someone = waiting.length > 0;
  const count = words("wait", { count: waiting.length });
  return (
    <>
      <p role="status" className="sr-only">
        {someone && count}
      </p>
      {someone && (
        <Popover
          label={words("waiting-room")}
          className="w-64 flex-col gap-3 p-4 open:flex"
          button={{
            "aria-label": count,
            title: count,
            className: `${buttonLook("quiet")} text-ink!`,
            children: (
              <>
                <DoorOpen size={16} aria-hidden />
                <span aria-hidden>{waiting.length}</span>
              </>
            ),
          }}
        >
          {() => (
            <>
              <p className="font-medium">{count}</p>
              <ul>
                {waiting.slice(0, NAMES).map(({ id, name }) => (
                  <li key={id} className="truncate">
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
              <p className="flex flex-wrap gap-2">
                <Button onClick={letAllIn}>{words("let-all-in")}</Button>
                <Link
                  href={`/spaces/${space.id}/people`}
                  prefetch={false}
                  className={`${buttonLook("quiet")} h-9!`}
                >
                  {words("people")}
                </Link>
              </p>
              <Wrong sentence={error} />
            </>
          )}
        </Popover>
      )}
    </>
  );
}
