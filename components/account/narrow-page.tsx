// A page with one thing to do: the mark, a heading, and what there is to fill in.

import type { ReactNode } from "react";
import { PostilMark } from "../library/postil-mark.tsx";
import { LanguageChoice } from "../words/language-choice.tsx";

type NarrowPageProps = {
  /** Absent where what it holds brings a heading along. */
  readonly title?: string;
  /** One sentence below it. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

export function NarrowPage({ title, lead, children }: NarrowPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[1rem]">
        <PostilMark /> Postil
      </p>
      {title && <h1 className="text-balance font-serif text-[1.75rem] leading-9">{title}</h1>}
      {lead && <p className="text-muted">{lead}</p>}
      {children}
      <LanguageChoice />
    </main>
  );
}
