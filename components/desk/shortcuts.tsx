// All keys on one page.

import { useTranslations } from "use-intl";
import type { Scheme } from "#domain/scheme.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Words } from "../words/words.ts";

type ShortcutsProps = {
  readonly scheme: Scheme;
  readonly onClose: () => void;
};

export function Shortcuts({ scheme, onClose }: ShortcutsProps) {
  const words = useTranslations("keys");
  const kinds = scheme.kinds.map(
    ({ key, name }) => [key, words("mark-as", { kind: name.toLowerCase() })] as const,
  );
  return (
    <Dialog title={words("keys")} onClose={onClose}>
      <p className="pb-4 text-muted">{words("when")}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        <KeyList title={words("with-selection")} keys={[...kinds, ...markingKeys(words)]} />
        <KeyList title={words("anywhere")} keys={movingKeys(words)} />
      </div>
    </Dialog>
  );
}

type Keys = readonly (readonly [key: string, meaning: string])[];

const markingKeys = (words: Words<"keys">): Keys => [
  [words("digits"), words("choose-label")],
  [".", words("repeat")],
  ["u", words("menu")],
];

const movingKeys = (words: Words<"keys">): Keys => [
  ["n", words("next")],
  ["p", words("previous")],
  ["h", words("hide")],
  ["l", words("list")],
  [words("enter"), words("write")],
  [words("delete"), words("delete-note")],
  [words("control-z"), words("undo")],
  [words("control-shift-z"), words("redo")],
  [words("escape"), words("clear")],
  ["?", words("these")],
];

type KeyListProps = { readonly title: string; readonly keys: Keys };

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
