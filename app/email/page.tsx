// Where the link to a new e-mail address leads.

import type { Metadata } from "next";
import { ConfirmEmailForm } from "#components/account/confirm-email-form.tsx";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { readWords, WithWords } from "../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("account"))("new-email"), referrer: "no-referrer" };
}

export default async function EmailPage() {
  const words = await readWords("account");
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage title={words("new-email")}>
        <ConfirmEmailForm />
      </NarrowPage>
    </WithWords>
  );
}
