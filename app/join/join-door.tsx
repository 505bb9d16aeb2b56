// The door to a space, for who has a code or a link.

import { NarrowPage } from "#components/account/narrow-page.tsx";
import { randomAlias } from "#components/library/random-alias.ts";
import { JoinForm } from "#components/space/join-form.tsx";
import { joinsSchema } from "#components/space/space-answers.ts";
import { readAccount } from "../read-account.ts";
import { readApi, sessionSchema } from "../read-api.ts";
import { WithWords } from "../words.tsx";

type JoinDoorProps = {
  /** What a link says; null where a code is typed. */
  readonly token: string | null;
  /** The path where signing in leads. */
  readonly next: string;
  /** Why somebody who was on the way in is here again, as a sentence. */
  readonly problem?: string | null;
};

export async function JoinDoor({ token, next, problem = null }: JoinDoorProps) {
  const [session, asked, { account, provider, signUp }] = await Promise.all([
    readApi("/session", sessionSchema),
    readApi("/joins", joinsSchema),
    readAccount(),
  ]);
  const me = session.ok ? session.value.user : null;
  const waits = asked.ok && asked.value.joins[0]?.state === "waiting";
  return (
    <WithWords areas={["space", "account", "problems"]}>
      <NarrowPage>
        <JoinForm
          name={me?.name ?? randomAlias()}
          hasAccount={account !== null}
          isKnown={me !== null && account === null}
          token={token}
          next={next}
          problem={problem}
          accounts={{ provider, open: signUp !== "closed" }}
          waits={waits && token === null}
        />
      </NarrowPage>
    </WithWords>
  );
}
