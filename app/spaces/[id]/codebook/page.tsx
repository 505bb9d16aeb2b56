// The codebook of a space: to be changed by its editors, to be read by everybody else in it.

import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { CodebookPage } from "#components/codebook/codebook-page.tsx";
import { SchemeEditor } from "#components/codebook/scheme-editor.tsx";
import { readApi, sessionSchema, spaceSchemeSchema, spacesSchema } from "../../../read-api.ts";
import { Refusal } from "../../../refusal.tsx";
import { readLanguage, readWords, WithWords } from "../../../words.tsx";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("codebook"))("codebook") };
}

export default async function SpaceCodebookPage({ params }: Params) {
  const { id } = await params;
  const [session, inside, kept] = await Promise.all([
    readApi("/session", sessionSchema),
    readApi("/spaces", spacesSchema),
    readApi(`/spaces/${encodeURIComponent(id)}/scheme`, spaceSchemeSchema),
  ]);
  // whoever has no name yet gets one at the door
  if (session.ok && session.value.user === null) redirect("/");
  const space = inside.ok ? inside.value.spaces.find((each) => each.id === id) : undefined;
  if (!kept.ok && kept.status !== 404) return <Closed sentence={kept.sentence} />;
  if (!space || !kept.ok) notFound();
  const { scheme } = kept.value;
  const edits = space.role === "editor" || space.role === "owner";
  return (
    <WithWords areas={["codebook", "problems", "scheme"]}>
      {edits ? (
        <SchemeEditor space={space} saved={scheme} lastChange={await changeWords(kept.value)} />
      ) : (
        <CodebookPage space={space.name} scheme={scheme} />
      )}
    </WithWords>
  );
}

async function Closed({ sentence }: { readonly sentence: string }) {
  const words = await readWords("codebook");
  return <Refusal title={words("codebook")} sentence={sentence} />;
}

/** Who changed it last, and when; empty where nobody did. */
async function changeWords({
  changedBy,
  changedAt,
}: z.infer<typeof spaceSchemeSchema>): Promise<string> {
  if (changedAt === null) return "";
  const [words, { locale }] = await Promise.all([readWords("scheme"), readLanguage()]);
  const date = changedAt.toLocaleDateString(locale, { dateStyle: "medium" });
  return changedBy === null
    ? words("changed", { date })
    : words("changed-by", { date, name: changedBy.name });
}
