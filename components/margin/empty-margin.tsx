// What an empty margin says.

type EmptyMarginProps = {
  /** Whether there are notes that the view hides. */
  readonly filtered: boolean;
  readonly touch?: boolean;
  /** Whether this person may only read. */
  readonly readOnly?: boolean;
};

export function EmptyMargin({ filtered, touch = false, readOnly = false }: EmptyMarginProps) {
  return <p className="max-w-64 px-3 text-muted">{sentence(filtered, touch, readOnly)}</p>;
}

function sentence(filtered: boolean, touch: boolean, readOnly: boolean): string {
  if (filtered) return "Every note is hidden. Open View to show them again.";
  if (readOnly) return "Nobody has marked anything yet.";
  if (touch) return "Nobody has marked anything yet. Select some words and tap a kind.";
  return "Nobody has marked anything yet. Select some words, then press C for a claim, E for a name or F for framing.";
}
