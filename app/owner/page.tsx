// Where the link on the server's console leads.

import type { Metadata } from "next";
import { OwnerForm } from "#components/library/owner-form.tsx";
import { PostilMark } from "#components/library/postil-mark.tsx";

export const metadata: Metadata = { title: "Become the owner", referrer: "no-referrer" };

export default function OwnerPage() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="flex items-center gap-2 font-semibold text-[1rem]">
        <PostilMark /> Postil
      </p>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">This Postil is yours</h1>
      <p className="text-muted">
        One press makes this browser the owner of every space here; the link works once.
      </p>
      <OwnerForm />
    </main>
  );
}
