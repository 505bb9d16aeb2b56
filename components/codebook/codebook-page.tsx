"use client";
// The codebook as a page of its own, to read.

import { useTranslations } from "use-intl";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { LibraryLink } from "../library/library-link.tsx";
import { useSpoken } from "../scheme-words/scheme-speech.ts";
import { bdi } from "../words/bdi.tsx";
import { CodebookList } from "./codebook-list.tsx";
import { KindColours } from "./kind-colours.tsx";

type CodebookPageProps = { readonly space: string; readonly scheme: Scheme };

export function CodebookPage({ space, ...kept }: CodebookPageProps) {
  const scheme = useSpoken(kept.scheme);
  const words = useTranslations("scheme");
  return (
    <KindColours scheme={scheme}>
      <header className="flex h-(--bar) items-center border-rule border-b px-4">
        <LibraryLink name={words("to-library")} />
      </header>
      <main className="mx-auto max-w-2xl px-5 pt-6 pb-[20vh]">
        <h1 className="pb-4 font-serif text-[1.75rem] leading-9">
          {words.rich("codebook-of", { space, bdi })}
        </h1>
        <CodebookList scheme={scheme} at={null} />
      </main>
    </KindColours>
  );
}
