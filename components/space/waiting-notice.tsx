// Tells editors, wherever they are in a space, that somebody waits to come in.

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button, buttonLook } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Wrong } from "../ui/wrong.tsx";
import type { Space } from "./space-answers.ts";
import { useWaiting } from "./use-waiting.ts";

type WaitingNoticeProps = {
  readonly space: Space;
  /** Whether the page itself lists them. */
  readonly isListBelow: boolean;
};

export function WaitingNotice({ space, isListBelow }: WaitingNoticeProps) {
  const words = useTranslations("space");
  const router = useRouter();
  const { waiting, letAllIn, error } = useWaiting(space, {
    isIdle: isListBelow,
    onDecide: router.refresh,
  });
  const someone = waiting.length > 0;
  return (
    <section
      aria-label={someone ? words("waiting-room") : undefined}
      className={classes(
        "flex flex-wrap items-center justify-center gap-2 bg-sunken px-4",
        someone && "border-rule border-b py-2",
      )}
    >
      <p role="status" className="font-medium">
        {someone && words("wait", { count: waiting.length })}
      </p>
      {someone && (
        <>
          <Button onClick={letAllIn}>{words("let-all-in")}</Button>
          <Link
            href={`/spaces/${space.id}/people`}
            prefetch={false}
            className={buttonLook("quiet")}
          >
            {words("people")}
          </Link>
        </>
      )}
      <Wrong sentence={error} />
    </section>
  );
}
