"use client";
// Says beside a link that its page is on its way.

import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** Shows what is told of an article, or that it is being opened. Must stand inside a `Link`. */
export function OpeningNotice({ children }: { readonly children: ReactNode }) {
  const words = useTranslations("library");
  const { pending } = useLinkStatus();
  return (
    <span className="text-muted text-sm">
      {pending ? <span role="status">{words("opening")}</span> : children}
    </span>
  );
}
