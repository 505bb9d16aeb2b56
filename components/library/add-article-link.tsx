// Leads to where articles are brought in.

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonLook } from "../ui/button.tsx";

/** `space`: the id of the one that is offered first; null: whichever. */
export function AddArticleLink({ space }: { readonly space: string | null }) {
  const words = useTranslations("library");
  return (
    <Link
      href={space === null ? "/articles/new" : `/articles/new?space=${space}`}
      prefetch={false}
      className={buttonLook("plain")}
    >
      <Plus size={16} aria-hidden />
      {words("add-article")}
    </Link>
  );
}
