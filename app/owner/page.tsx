// Where the link on the server's console leads.

import type { Metadata } from "next";
import { OwnerForm } from "#components/library/owner-form.tsx";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { readWords, WithWords } from "../words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const words = await readWords("pages");
  return { title: words("become-owner"), referrer: "no-referrer" };
}

export default async function OwnerPage() {
  const words = await readWords("pages");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[1rem]">
        <PostilMark /> Postil
      </p>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">{words("yours")}</h1>
      <p className="text-muted">{words("yours-why")}</p>
      <WithWords areas={["library", "problems"]}>
        <OwnerForm />
      </WithWords>
    </main>
  );
}
