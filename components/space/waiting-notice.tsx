// Tells editors, wherever they are in a space, that somebody waits to come in.

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button, buttonLook } from "../ui/button.tsx";
import { type Space, waitingSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import { useAsked } from "./use-asked.ts";
import { Wrong } from "./wrong.tsx";

type WaitingNoticeProps = {
  readonly space: Space;
  /** Whether the page itself lists them. */
  readonly isListBelow: boolean;
};

export function WaitingNotice({ space, isListBelow }: WaitingNoticeProps) {
  const words = useTranslations("space");
  const router = useRouter();
  const path = `/spaces/${space.id}/waiting`;
  const { value, know } = useAsked(isListBelow ? null : path, waitingSchema);
  const { obtain, error } = useActs();
  const waiting = value?.waiting ?? [];
  const letAllIn = (): void => {
    const body = { admit: waiting.map(({ id }) => id) };
    obtain({ method: "POST", path, body }, waitingSchema, (left) => {
      know(left);
      router.refresh();
    });
  };
  return (
    <div role="status">
      {waiting.length > 0 && (
        <div className="flex flex-wrap items-center justify-center gap-2 border-rule border-b bg-sunken px-4 py-2">
          <p className="font-medium">{words("wait", { count: waiting.length })}</p>
          <Button onClick={letAllIn}>{words("let-all-in")}</Button>
          <Link
            href={`/spaces/${space.id}/people`}
            prefetch={false}
            className={buttonLook("quiet")}
          >
            {words("people")}
          </Link>
          <Wrong sentence={error} />
        </div>
      )}
    </div>
  );
}
