// The door: what waits inside, in one sentence, and the name to enter under.

import type { ReactNode } from "react";
import { LanguageChoice } from "../words/language-choice.tsx";
import { GuestForm } from "./guest-form.tsx";
import { PostilMark } from "./postil-mark.tsx";
import { randomAlias } from "./random-alias.ts";
import { CodeLink } from "./space-links.tsx";

type DoorProps = {
  /** The sentence. */
  readonly children: ReactNode;
  readonly button: string;
  readonly leadsTo: "sample" | "here";
};

export function Door({ children, button, leadsTo }: DoorProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-8 px-6 py-12">
      <div className="flex flex-col gap-4">
        <p className="flex items-center gap-2 font-semibold text-[1rem]">
          <PostilMark /> Postil
        </p>
        <h1 className="text-balance font-serif text-[1.75rem] leading-9">{children}</h1>
      </div>
      <GuestForm alias={randomAlias()} button={button} leadsTo={leadsTo} />
      <CodeLink />
      <LanguageChoice />
    </main>
  );
}
