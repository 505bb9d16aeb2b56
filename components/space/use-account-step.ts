// The step at which an account is made, or signed in to, on the way into a space.

import { useState } from "react";
import { readCode } from "#domain/join-code.ts";
import { keepFragment } from "../ui/fragment.ts";

export type AccountStep = {
  /** The code that is being come in by, as it was typed; empty where none was. */
  readonly code: string;
  /** The name that was typed; empty where only an alias was offered. */
  readonly name: string;
  /** Whether the space wants an account; else somebody signs in because they have one. */
  readonly isNeeded: boolean;
};

export function useAccountStep() {
  /** The latest, also while it is not shown: what was typed there stays. */
  const [step, setStep] = useState<AccountStep | null>(null);
  const [isShown, setShown] = useState(false);
  const show = (next: AccountStep): void => {
    const code = readCode(next.code);
    // so that it is there after a reload, and on the way back from a new password
    if (code !== null) keepFragment(code);
    setStep(next);
    setShown(true);
  };
  const hide = (): void => setShown(false);
  return { step, isShown, show, hide };
}
