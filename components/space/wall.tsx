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
import { type Space, spaceSchema } from "./space-answers.ts";
import { useAsked } from "./use-asked.ts";
import { useWaiting } from "./use-waiting.ts";

type WallProps = { readonly space: Space; readonly code: string };

export function Wall({ space, code }: WallProps) {
  const words = useTranslations("space");
  // what this browser reaches Postil under, those in the same room reach it under, too
  const address = useSyncExternalStore(
    never,
    () => `${window.location.origin}/join`,
    () => "",
  );
  return (
    <main className="mx-auto flex min-h-dvh max-w-5xl flex-col items-center justify-center gap-[3vmin] px-6 py-12 text-center">
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
      <p className="text-[clamp(1rem,2.5vmin,1.5rem)] text-muted leading-snug">
        {words("wall-go")}
      </p>
      <p
        dir="ltr"
        className="break-all font-medium text-[clamp(1.25rem,4.5vmin,2.5rem)] leading-tight"
      >
        {address.replace(/^https?:\/\//, "")}
      </p>
      {address && (
        <QrCode
          text={`${address}#${code}`}
          label={words("qr-code", { address })}
          className="size-[min(44vmin,28rem)]"
        />
      )}
      <p className="text-[clamp(1rem,2.5vmin,1.5rem)] text-muted leading-snug">
        {words("wall-type")}
      </p>
      <p
        dir="ltr"
        className="font-semibold text-[clamp(2.5rem,13vmin,8rem)] leading-none tracking-wider"
      >
        {showCode(code)}
      </p>
      <Count space={space} />
    </main>
  );
}

/** How many are in and how many wait, as it is now. */
function Count({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const people = useAsked(`/spaces/${space.id}`, spaceSchema);
  const { waiting, letAllIn, error } = useWaiting(space, { onDecide: people.again });
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-center gap-x-6 gap-y-2 text-[1rem]">
      {/* the teacher does not count */}
      <p>{words("are-in", { count: (people.value ?? space).people - 1 })}</p>
      {waiting.length > 0 && (
        <>
          <p>{words("wait", { count: waiting.length })}</p>
          <Button look="filled" onClick={letAllIn}>
            {words("let-all-in")}
          </Button>
        </>
      )}
      <Wrong sentence={error} />
    </div>
  );
}

const never = (): (() => void) => () => {};
