// The code of a space, for the wall.

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Wall } from "#components/space/wall.tsx";
import { readWords, WithWords } from "../../../words.tsx";
import { readSpace } from "../../read-space.ts";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("code") };
}

export default async function WallPage({ params }: Params) {
  const { space } = await readSpace((await params).id);
  if (space.code === null) redirect(`/spaces/${space.id}/people`);
  return (
    <WithWords areas={["space", "problems"]}>
      <Wall space={space} />
    </WithWords>
  );
}
