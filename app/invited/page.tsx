// Where an invitation by e-mail leads.

import type { Metadata } from "next";
import { InvitedForm } from "#components/account/invited-form.tsx";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { ProviderButton } from "#components/account/provider-button.tsx";
import { readAccount } from "../read-account.ts";
import { readApi, sessionSchema } from "../read-api.ts";
import { readWords, WithWords } from "../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("account"))("invited"), referrer: "no-referrer" };
}

export default async function InvitedPage() {
  const [words, session, { account, provider, signUp }] = await Promise.all([
    readWords("account"),
    readApi("/session", sessionSchema),
    readAccount(),
  ]);
  const name = session.ok ? (session.value.user?.name ?? "") : "";
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage title={words("invited")} lead={words("invited-why")}>
        {provider !== null && account === null && <ProviderButton name={provider} next="/" />}
        <InvitedForm name={name} email={account?.email ?? null} open={signUp !== "closed"} />
      </NarrowPage>
    </WithWords>
  );
}
