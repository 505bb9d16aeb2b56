// Somebody's name beside their face; whose words a file brought along is told from a member.

import { useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";

export function AuthorName({ author: { name, standIn } }: { readonly author: Person }) {
  const words = useTranslations("margin");
  return (
    <>
      <bdi className="truncate">{name}</bdi>
      {standIn && <span className="shrink-0 text-xs">{words("from-file")}</span>}
    </>
  );
}
