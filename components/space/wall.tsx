"use client";
// The code for the wall of a classroom: to be read from the last row, and to be let in from there.

import { X } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { showCode } from "#domain/join-code.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { OnlyHere } from "./only-here.tsx";
import { type Space, spaceSchema } from "./space-answers.ts";
import { Unanswered } from "./unanswered.tsx";
import { useAsked } from "./use-asked.ts";
import { useWaiting } from "./use-waiting.ts";

export function Wall({ space: opened }: { readonly space: Space }) {
  const words = useTranslations("space");
  const asked = useAsked(`/spaces/${opened.id}`, spaceSchema);
  const space = asked.value ?? opened;
  return (
    <main className="mx-auto flex min-h-dvh max-w-6xl flex-col items-center justify-center gap-[4vmin] px-6 py-12 text-center">
      <Link
        href={`/spaces/${space.id}`}
        prefetch={false}
        aria-label={words("articles")}
        title={words("articles")}
        className={`${buttonLook("icon")} absolute end-4 top-4`}
      >
        <X size={20} aria-hidden />
      </Link>
      <h1 className="font-serif text-[clamp(1.5rem,5vmin,3rem)] leading-tight">
        <bdi>{space.name}</bdi>
      </h1>
      {space.code === null ? (
        <p className={STEP}>{words("code-closed")}</p>
      ) : (
        <WayIn code={space.code.code} />
      )}
      <OnlyHere className="max-w-prose text-[1rem] text-danger" />
      <Count space={space} onDecide={asked.again} />
    </main>
  );
}

/** How steps are written, readable from the last row. */
const STEP = "text-[clamp(1rem,2.75vmin,1.5rem)] text-muted leading-snug";

/** The square for cameras, and beside it the address and the code for hands. */
function WayIn({ code }: { readonly code: string }) {
  const words = useTranslations("space");
  // what this browser reaches Postil under, those in the same room reach it under, too
  const address = useSyncExternalStore(
    never,
    () => `${window.location.origin}/join`,
    () => "",
  );
  return (
    <div className="flex items-center justify-center gap-x-[6vmin] gap-y-[4vmin] max-sm:flex-col-reverse portrait:flex-col-reverse">
      {address && (
        <QrCode
          text={`${address}#${code}`}
          label={words("qr-code", { address })}
          className="size-[min(44vmin,28rem)] shrink-0"
        />
      )}
      <div className="flex min-w-0 flex-col gap-[2vmin]">
        <p className={STEP}>{words("wall-go")}</p>
        <p
          dir="ltr"
          className="break-all font-medium text-[clamp(1.25rem,5vmin,2.5rem)] leading-tight"
        >
          {address.replace(/^https?:\/\//, "")}
        </p>
        <p className={STEP}>{words("wall-type")}</p>
        <p
          dir="ltr"
          className="font-semibold text-[min(13vmin,7vw,8rem)] leading-none tracking-wider max-sm:text-[11vw] portrait:text-[min(11vw,8rem)]"
        >
          {showCode(code)}
        </p>
      </div>
    </div>
  );
}

type CountProps = { readonly space: Space; readonly onDecide: () => void };

/** How many are in and how many wait, as it is now. */
function Count({ space, onDecide }: CountProps) {
  const words = useTranslations("space");
  const { asked, waiting, letAllIn, error } = useWaiting(space, { onDecide });
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-center gap-x-6 gap-y-2 text-[1rem]">
      <p role="status" className="flex flex-wrap justify-center gap-x-6">
        {/* the teacher does not count */}
        <span>{words("are-in", { count: space.people - 1 })}</span>
        {waiting.length > 0 && <span>{words("wait", { count: waiting.length })}</span>}
      </p>
      {waiting.length > 0 && (
        <Button look="filled" onClick={letAllIn}>
          {words("let-all-in")}
        </Button>
      )}
      <Unanswered asked={asked} tellsStale />
      <Wrong sentence={error} />
    </div>
  );
}

const never = (): (() => void) => () => {};
