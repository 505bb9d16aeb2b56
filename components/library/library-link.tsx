// The way back to the library, at the beginning of a bar.

import Link from "next/link";
import { PostilMark } from "./postil-mark.tsx";

export function LibraryLink({ name }: { readonly name: string }) {
  return (
    <Link
      href="/"
      prefetch={false}
      aria-label={name}
      title={name}
      className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken pointer-coarse:size-11"
    >
      <PostilMark />
    </Link>
  );
}
