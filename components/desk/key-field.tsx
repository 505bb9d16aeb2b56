// One command and its single key: a press gives it another one, Delete switches it off.

import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import {
  type KeyCommand,
  type KeyTable,
  letterOf,
  rekey,
  shownKey,
  switchOff,
} from "../keys/key-table.ts";

type KeyFieldProps = {
  readonly command: KeyCommand;
  readonly keys: KeyTable;
  readonly onKeys: (keys: KeyTable) => void;
  /** Told why a key cannot be given. */
  readonly onError: (sentence: string) => void;
};

/** A key that moves on or does nothing by itself is no answer. */
const PASSED_ON = /^(?:Tab|Escape|Shift|Control|Alt|AltGraph|Meta|CapsLock)$/;

export function KeyField({ command, keys, onKeys, onError }: KeyFieldProps) {
  const words = useTranslations("keys");
  const key = keys[command];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { nativeEvent } = event;
    if (PASSED_ON.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.key === "Delete" || event.key === "Backspace") {
      onKeys(switchOff(keys, command));
      return;
    }
    const told = rekey(keys, command, letterOf(nativeEvent) ?? nativeEvent.key);
    if ("keys" in told) onKeys(told.keys);
    else if ("unfit" in told) onError(words(`cannot-${told.unfit}`));
    else onError(words("cannot-taken", { command: words(`do-${told.taken}`) }));
  };
  return (
    <li>
      <label className="flex min-h-8 items-center gap-3 pointer-coarse:min-h-11">
        <input
          value={key === null ? words("off") : shownKey(key)}
          readOnly
          onKeyDown={onKeyDown}
          className="h-7 w-10 shrink-0 cursor-pointer rounded-sm border border-rule-strong bg-raised text-center text-sm focus:border-accent"
        />
        {words(`do-${command}`)}
      </label>
    </li>
  );
}
