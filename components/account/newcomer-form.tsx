"use client";
// For who needs an account to come in: makes one, or signs in to the one there is.

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { NewAccountForm, type Pass } from "./new-account-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { TextLink } from "./text-link.tsx";

type NewcomerFormProps = {
  /** The name of a guest, or one that was typed; empty for somebody new. */
  readonly name: string;
  /** What lets make an account. */
  readonly pass: Pass;
  /** Whether accounts can be made. */
  readonly open: boolean;
  /** The path where signing in leads. */
  readonly next: string;
  /** Called with the name of who is in, instead of going anywhere. */
  readonly onIn?: (name: string) => void;
};

export function NewcomerForm({ name, pass, open, next, onIn }: NewcomerFormProps) {
  const words = useTranslations("account");
  const [knows, setKnows] = useState(!open);
  const [typed, setTyped] = useState({ name, email: "" });
  const fields = useRef<HTMLDivElement>(null);
  const turn = (): void => {
    const form = fields.current?.querySelector("form");
    if (form) setTyped((before) => typedInto(form, before));
    setKnows(!knows);
  };
  return (
    <div ref={fields} className="flex flex-col gap-6">
      {knows ? (
        <SignInForm next={next} onIn={onIn} email={typed.email} />
      ) : (
        <NewAccountForm {...typed} pass={pass} onMade={onIn} />
      )}
      <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {open && (
          <Button look="quiet" onClick={turn}>
            {words(knows ? "no-account-yet" : "have-account")}
          </Button>
        )}
        {knows && <TextLink href="/recover">{words("forgot-password")}</TextLink>}
      </p>
    </div>
  );
}

type Typed = { readonly name: string; readonly email: string };

/** What a form holds of what the other one asks, too. */
function typedInto(form: HTMLFormElement, before: Typed): Typed {
  const data = new FormData(form);
  return {
    name: String(data.get("name") ?? before.name),
    email: String(data.get("email") ?? before.email),
  };
}
