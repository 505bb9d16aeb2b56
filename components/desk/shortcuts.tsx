// All keys on one page.

import type { Scheme } from "#domain/scheme.ts";
import { Dialog } from "../ui/dialog.tsx";

type ShortcutsProps = {
  readonly scheme: Scheme;
  readonly onClose: () => void;
};

const MOVING: readonly (readonly [string, string])[] = [
  ["n", "Next note"],
  ["p", "Previous note"],
  ["Enter", "Write your note"],
  ["Delete", "Delete your note"],
  ["Ctrl Z", "Undo (⌘ Z on a Mac)"],
  ["Ctrl Shift Z", "Redo (⌘ Shift Z on a Mac)"],
  ["Esc", "Let go"],
  ["?", "These keys"],
];

export function Shortcuts({ scheme, onClose }: ShortcutsProps) {
  const marking: readonly (readonly [string, string])[] = [
    ...scheme.kinds.map(({ key, name }) => [key, `Mark as ${name.toLowerCase()}`] as const),
    ["1 to 8", "Choose the label"],
    [".", "Mark like the last one"],
    ["u", "Go to the menu at the selection"],
  ];
  return (
    <Dialog title="Keys" onClose={onClose}>
      <p className="pb-4 text-muted">
        Single letters work only while words are selected or a note is focused.
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <KeyList title="With words selected" keys={marking} />
        <KeyList title="Anywhere in the article" keys={MOVING} />
      </div>
    </Dialog>
  );
}

type KeyListProps = {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, meaning: string])[];
};

function KeyList({ title, keys }: KeyListProps) {
  return (
    <section>
      <h3 className="pb-2 font-medium">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-2">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-rule px-1.5 py-0.5 font-sans text-sm">
                {key}
              </kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
