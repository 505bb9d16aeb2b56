// What an empty margin says.

import { useTranslations } from "use-intl";

type EmptyMarginProps = {
  /** Whether there are notes that the view hides. */
  readonly filtered: boolean;
  readonly touch?: boolean;
  /** Whether this person may only read. */
  readonly readOnly?: boolean;
};

export function EmptyMargin({ filtered, touch = false, readOnly = false }: EmptyMarginProps) {
  const words = useTranslations("margin");
  return <p className="max-w-64 px-3 text-muted">{words(sentence(filtered, touch, readOnly))}</p>;
}

function sentence(filtered: boolean, touch: boolean, readOnly: boolean) {
  if (filtered) return "all-hidden";
  if (readOnly) return "nothing-marked";
  return touch ? "nothing-marked-touch" : "nothing-marked-keys";
}
