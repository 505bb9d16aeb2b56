// Where the link on the server's console leads: to the first account.

import type { Metadata } from "next";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { OwnerForm } from "#components/account/owner-form.tsx";
import { readAccount } from "../read-account.ts";
import { readApi, sessionSchema } from "../read-api.ts";
import { readWords, WithWords } from "../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const words = await readWords("account");
  return { title: words("become-owner"), referrer: "no-referrer" };
}

export default async function OwnerPage() {
  const [words, session, { account }] = await Promise.all([
    readWords("account"),
    readApi("/session", sessionSchema),
    readAccount(),
  ]);
  const name = session.ok ? (session.value.user?.name ?? "") : "";
  const hasAccount = account !== null;
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage
        title={words("yours")}
        lead={words(hasAccount ? "yours-by-account" : "yours-why")}
      >
        <OwnerForm name={name} hasAccount={hasAccount} />
      </NarrowPage>
    </WithWords>
  );
}
