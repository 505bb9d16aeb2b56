// Where a space is made.

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LibraryLink } from "#components/library/library-link.tsx";
import { NewSpaceForm } from "#components/space/new-space-form.tsx";
import { readApi, spacesSchema } from "../../read-api.ts";
import { readWords, WithWords } from "../../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("space"))("new-space") };
}

export default async function NewSpacePage() {
  const inside = await readApi("/spaces", spacesSchema);
  if (!inside.ok || !inside.value.mayMake) redirect("/");
  const words = await readWords("space");
  return (
    <>
      <header className="flex h-(--bar) items-center border-rule border-b px-4">
        <LibraryLink name={words("library")} />
      </header>
      <main className="mx-auto flex max-w-md flex-col gap-6 px-6 py-8">
        <div className="flex flex-col gap-2">
          <h1 className="font-serif text-[1.75rem] leading-9">{words("new-space")}</h1>
          <p className="text-muted">{words("new-space-why")}</p>
        </div>
        <WithWords areas={["space", "problems"]}>
          <NewSpaceForm />
        </WithWords>
      </main>
    </>
  );
}
