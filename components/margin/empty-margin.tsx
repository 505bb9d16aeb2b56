// What an empty margin says.

import { useTranslations } from "use-intl";
import { useKindKeys } from "../keys/key-hints.tsx";

type EmptyMarginProps = {
  /** Whether there are notes that the view hides. */
  readonly filtered: boolean;
  readonly touch?: boolean;
  /** Whether this person may only read. */
  readonly readOnly?: boolean;
};

export function EmptyMargin({ filtered, touch = false, readOnly = false }: EmptyMarginProps) {
  const words = useTranslations("margin");
  const keys = useKindKeys();
  const plain = sentence(filtered, readOnly);
  const told =
    plain !== null
      ? words(plain)
      : touch || keys === null
        ? words("nothing-marked-touch")
        : words("nothing-marked-keys", keys);
  return <p className="max-w-64 px-3 text-muted">{told}</p>;
}

/** Null where there is something to do about it. */
function sentence(filtered: boolean, readOnly: boolean) {
  if (filtered) return "all-hidden";
  return readOnly ? "nothing-marked" : null;
}
