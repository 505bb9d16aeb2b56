// The door to a space, for who has a code or a link.

import { z } from "zod";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { randomAlias } from "#components/library/random-alias.ts";
import { JoinForm } from "#components/space/join-form.tsx";
import { joinsSchema } from "#components/space/space-answers.ts";
import { LanguageChoice } from "#components/words/language-choice.tsx";
import { readApi, sessionSchema } from "../read-api.ts";
import { WithWords } from "../words.tsx";

/** Whether there is one is all that matters here. */
const accountSchema = z.object({ account: z.object({}).nullable() });

type JoinDoorProps = {
  /** What a link says; null where a code is typed. */
  readonly token: string | null;
};

export async function JoinDoor({ token }: JoinDoorProps) {
  const [session, asked, account] = await Promise.all([
    readApi("/session", sessionSchema),
    readApi("/joins", joinsSchema),
    readApi("/account", accountSchema),
  ]);
  const me = session.ok ? session.value.user : null;
  const waits = asked.ok && asked.value.joins[0]?.state === "waiting";
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[1rem]">
        <PostilMark /> Postil
      </p>
      <WithWords areas={["space", "problems"]}>
        <JoinForm
          name={me?.name ?? randomAlias()}
          hasAccount={account.ok && account.value.account !== null}
          token={token}
          waits={waits && token === null}
        />
      </WithWords>
      <LanguageChoice />
    </main>
  );
}
