// The people of a space.

import type { Metadata } from "next";
import { PeoplePage } from "#components/space/people-page.tsx";
import { readWords, WithWords } from "../../../words.tsx";
import { readSpace } from "../../read-space.ts";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("people") };
}

export default async function SpacePeoplePage({ params }: Params) {
  const { space, me } = await readSpace((await params).id);
  return (
    <WithWords areas={["space", "talk", "problems"]}>
      <PeoplePage space={space} me={me} />
    </WithWords>
  );
}
