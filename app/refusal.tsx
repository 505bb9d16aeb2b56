"use client";
// A page that cannot be shown, told in words, with the way back.

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { buttonLook } from "#components/ui/button.tsx";
import { articleAt } from "#domain/next-path.ts";

type RefusalProps = {
  readonly title: string;
  readonly sentence: string;
  /** What else can be done here, besides going to the library. */
  readonly children?: ReactNode;
  /**
   * Where else one may go; from the address of an article that page leads on to it. Not a link among the children: each page brings what may stand in the place of
   * it, and a link from the server weighs four kilobytes there.
   */
  readonly other?: { readonly href: string; readonly name: string };
};

export function Refusal({ title, sentence, children, other }: RefusalProps) {
  const words = useTranslations("ui");
  const path = usePathname();
  const query = articleAt(path) === null ? "" : `?next=${encodeURIComponent(path)}`;
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[1rem]">
        <PostilMark /> Postil
      </p>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">{title}</h1>
      <p className="text-muted">{sentence}</p>
      <p className="flex gap-2">
        {children}
        {other && (
          <Link href={other.href + query} className={buttonLook("plain")}>
            {other.name}
          </Link>
        )}
        <Link href="/" className={buttonLook("plain")}>
          {words("to-library")}
        </Link>
      </p>
    </main>
  );
}
