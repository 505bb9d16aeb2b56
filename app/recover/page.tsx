// The way back for whoever forgot the password.

import type { Metadata } from "next";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { RecoverForm } from "#components/account/recover-form.tsx";
import { readAccount } from "../read-account.ts";
import { readWords, WithWords } from "../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("account"))("recover"), referrer: "no-referrer" };
}

export default async function RecoverPage() {
  const [words, { mail }] = await Promise.all([readWords("account"), readAccount()]);
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage title={words("recover")}>
        <RecoverForm mail={mail} />
      </NarrowPage>
    </WithWords>
  );
}
