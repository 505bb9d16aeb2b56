// The settings of a space.

import type { Metadata } from "next";
import { SettingsPage } from "#components/space/settings-page.tsx";
import { readWords, WithWords } from "../../../words.tsx";
import { readSpace } from "../../read-space.ts";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("settings") };
}

export default async function SpaceSettingsPage({ params }: Params) {
  const { space, me } = await readSpace((await params).id);
  return (
    <WithWords areas={["space", "hooks", "problems", "take"]}>
      <SettingsPage space={space} me={me} />
    </WithWords>
  );
}
