// What did not come along, or came otherwise.

import { useTranslations } from "use-intl";
import type { Notice } from "#domain/article/notices.ts";

export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const words = useTranslations("intake");
  if (notices.length === 0) return null;
  return (
    <ul
      aria-label={words("notices")}
      className="flex flex-col gap-1 border-rule-strong border-s-2 ps-3 text-muted"
    >
      {notices.map(({ code, count }) => (
        <li key={code}>{words(code, { count })}</li>
      ))}
    </ul>
  );
}
