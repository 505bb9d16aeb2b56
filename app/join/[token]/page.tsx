// Where a link into a space leads.

import type { Metadata } from "next";
import { readWords } from "../../words.tsx";
import { JoinDoor } from "../join-door.tsx";

type Params = { readonly params: Promise<{ readonly token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  // the address is a key: nobody else is told it
  return { title: (await readWords("space"))("join-link-title"), referrer: "no-referrer" };
}

export default async function JoinLinkPage({ params }: Params) {
  const { token } = await params;
  return <JoinDoor token={token} next={`/join/${token}`} />;
}
