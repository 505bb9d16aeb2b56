// All keys on one page, and the single ones to be changed or switched off there.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { DEFAULT_KEYS, KEY_COMMANDS } from "../keys/key-table.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LateWords } from "../words/late-words.tsx";
import { KeyField } from "./key-field.tsx";
import type { Desk } from "./use-desk.ts";

type ShortcutsProps = {
  readonly hand: Desk["hand"];
  readonly onClose: () => void;
};

/** Keys that stay as they are, because they are no single letters. */
const CHORDS = [
  "digits",
  "shift-kind",
  "enter",
  "delete",
  "control-z",
  "control-shift-z",
  "shift-arrows",
  "alt-shift-arrows",
  "control-click",
  "control-a",
  "escape",
] as const;

const CARET = ["arrows", "control-arrows", "control-up", "alt-up", "home", "with-shift"] as const;

export function Shortcuts(props: ShortcutsProps) {
  return (
    <LateWords area="keys">
      <KeysDialog {...props} />
    </LateWords>
  );
}

function KeysDialog({ hand, onClose }: ShortcutsProps) {
  const words = useTranslations("keys");
  return (
    <Dialog title={words("keys")} onClose={onClose}>
      <p className="pb-4 text-muted">{words("when")}</p>
      <div className="flex flex-col gap-6">
        <SingleKeys hand={hand} />
        <KeyList title={words("chords")} keys={CHORDS} />
        <KeyList title={words("caret")} keys={CARET} />
      </div>
    </Dialog>
  );
}

function SingleKeys({ hand: { keys, setKeys } }: Pick<ShortcutsProps, "hand">) {
  const words = useTranslations("keys");
  const [error, setError] = useState<string | null>(null);
  const isChanged = KEY_COMMANDS.some((command) => keys[command] !== DEFAULT_KEYS[command]);
  return (
    <section>
      <h3 className="pb-2 font-medium">{words("single")}</h3>
      <p className="pb-2 text-muted text-sm">{words("change-hint")}</p>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {KEY_COMMANDS.map((command) => (
          <KeyField
            key={command}
            {...{ command, keys }}
            onKeys={(changed) => {
              setError(null);
              setKeys(changed);
            }}
            onError={setError}
          />
        ))}
      </ul>
      <p role="alert" className="text-danger text-sm">
        {error}
      </p>
      {isChanged && (
        <Button look="quiet" className="-ms-2 mt-2" onClick={() => setKeys(DEFAULT_KEYS)}>
          {words("defaults")}
        </Button>
      )}
    </section>
  );
}

type Told = (typeof CHORDS)[number] | (typeof CARET)[number];

function KeyList({ title, keys }: { readonly title: string; readonly keys: readonly Told[] }) {
  const words = useTranslations("keys");
  return (
    <section>
      <h3 className="pb-2 font-medium">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-2">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-rule px-1.5 py-0.5 font-sans text-sm">
                {words(key)}
              </kbd>
            </dt>
            <dd>{words(`${key}-does`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
