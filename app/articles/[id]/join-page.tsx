// Someone with a link to an article, but without a name yet.

import { JoinForm } from "#components/library/join-form.tsx";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { randomAlias } from "#components/library/random-alias.ts";
import { LanguageChoice } from "#components/words/language-choice.tsx";
import { readWords, WithWords } from "../../words.tsx";

export async function JoinPage() {
  const words = await readWords("pages");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-8 px-6 py-12">
      <div className="flex flex-col gap-4">
        <p className="flex items-center gap-2 font-semibold text-[1rem]">
          <PostilMark /> Postil
        </p>
        <h1 className="text-balance font-serif text-[1.75rem] leading-9">{words("invited")}</h1>
      </div>
      <WithWords areas={["library", "problems"]}>
        <JoinForm alias={randomAlias()} button={words("open-article")} leadsTo="here" />
      </WithWords>
      <LanguageChoice />
    </main>
  );
}
