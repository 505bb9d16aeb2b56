// That the text is locked, and the proof of what it was.

import { Check, Copy, Lock as LockIcon } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Lock } from "#domain/talk/article-state.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";

/** How many characters of the hash are shown; the rest is copied. */
const SHOWN = 12;

/** The sign in the bar for those who could not unlock the text anyway. */
export function LockSign({ lock }: { readonly lock: Lock }) {
  const words = useTranslations("desk");
  return (
    <Popover
      label={words("locked-text")}
      className="w-72 p-4"
      button={{
        "aria-label": words("is-locked"),
        title: words("is-locked"),
        className: buttonLook("icon"),
        children: <LockIcon size={16} aria-hidden />,
      }}
    >
      {() => (
        <div className="flex flex-col gap-3">
          <p className="text-muted text-sm">{words("locked-hint")}</p>
          <LockProof lock={lock} />
        </div>
      )}
    </Popover>
  );
}

/** The hash of the text as it was locked: whoever has the same text gets the same one. */
export function LockProof({ lock: { hash } }: { readonly lock: Lock }) {
  const words = useTranslations("desk");
  const [copied, setCopied] = useState(false);
  // browsers have no clipboard for pages without https
  const canCopy = "clipboard" in navigator;
  const copy = (): void => {
    navigator.clipboard.writeText(hash).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      {words("hash")}
      <code title={hash} className="wrap-anywhere select-all tabular-nums">
        {canCopy ? `${hash.slice(0, SHOWN)}…` : hash}
      </code>
      {canCopy && (
        <Button look="quiet" onClick={copy}>
          {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          <span aria-live="polite">{words(copied ? "copied" : "copy")}</span>
        </Button>
      )}
    </p>
  );
}
