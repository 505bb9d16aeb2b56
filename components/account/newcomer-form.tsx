"use client";
// For who needs an account to come in: makes one, or signs in to the one there is.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { NewAccountForm } from "./new-account-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

type NewcomerFormProps = {
  /** The name of a guest; empty for somebody new. */
  readonly name: string;
  /** The token of what invites, which a new account comes in by. */
  readonly token: string;
  /** Whether accounts can be made. */
  readonly open: boolean;
  /** The path where signing in leads. */
  readonly next: string;
};

export function NewcomerForm({ name, token, open, next }: NewcomerFormProps) {
  const words = useTranslations("account");
  const [knows, setKnows] = useState(!open);
  return (
    <>
      {knows ? <SignInForm next={next} /> : <NewAccountForm name={name} invite={token} />}
      {open && (
        <Button look="quiet" className="self-start" onClick={() => setKnows(!knows)}>
          {words(knows ? "no-account-yet" : "have-account")}
        </Button>
      )}
    </>
  );
}
