"use client";
// Says beside a link that its page is on its way.

import { useLinkStatus } from "next/link";
import { useTranslations } from "use-intl";

/** Shows when the article was added, or that it is being opened. Must stand inside a `Link`. */
export function OpeningNotice({ added }: { readonly added: string }) {
  const words = useTranslations("library");
  const { pending } = useLinkStatus();
  return (
    <span className="shrink-0 text-muted text-sm">
      {pending ? <span role="status">{words("opening")}</span> : added}
    </span>
  );
}
