// Where a link into a space leads.

import type { Metadata } from "next";
import { z } from "zod";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { NewcomerForm } from "#components/account/newcomer-form.tsx";
import { ProviderButton } from "#components/account/provider-button.tsx";
import { readAccount } from "../../read-account.ts";
import { readApi, sessionSchema } from "../../read-api.ts";
import { Refusal } from "../../refusal.tsx";
import { readWords, WithWords } from "../../words.tsx";
import { JoinDoor } from "../join-door.tsx";

type Params = { readonly params: Promise<{ readonly token: string }> };

const linkSchema = z.object({ wantsAccount: z.boolean() });

export async function generateMetadata(): Promise<Metadata> {
  // the address is a key: nobody else is told it
  return { title: (await readWords("space"))("join-link-title"), referrer: "no-referrer" };
}

export default async function JoinLinkPage({ params }: Params) {
  const { token } = await params;
  const [link, { account }, words] = await Promise.all([
    readApi(`/joins/links/${encodeURIComponent(token)}`, linkSchema),
    readAccount(),
    readWords("space"),
  ]);
  if (!link.ok) return <Refusal title={words("link-spent-title")} sentence={link.sentence} />;
  if (link.value.wantsAccount && account === null) return <AccountDoor token={token} />;
  return <JoinDoor token={token} next={`/join/${token}`} />;
}

/** For whoever has a link, and needs an account to come in. */
async function AccountDoor({ token }: { readonly token: string }) {
  const [words, session, { provider, signUp }] = await Promise.all([
    readWords("space"),
    readApi("/session", sessionSchema),
    readAccount(),
  ]);
  const name = session.ok ? (session.value.user?.name ?? "") : "";
  const next = `/join/${token}`;
  const open = signUp !== "closed";
  const why = words(open ? "join-account-why" : "join-account-only");
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage title={words("join-link-title")} lead={why}>
        {provider !== null && <ProviderButton name={provider} next={next} />}
        <NewcomerForm name={name} pass={{ invite: token }} open={open} next={next} />
      </NarrowPage>
    </WithWords>
  );
}
