// For who has a code of a space that wants an account, or has an account anyway: makes it, or signs in, and
// goes on by the code.

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { NewcomerForm } from "../account/newcomer-form.tsx";
import { ProviderButton } from "../account/provider-button.tsx";
import { Button } from "../ui/button.tsx";
import type { AccountStep } from "./use-account-step.ts";

/** How people come to accounts here. */
export type AccountWays = {
  /** What the place is called where they sign in elsewhere; null: there is none. */
  readonly provider: string | null;
  /** Whether accounts are made here. */
  readonly open: boolean;
};

type AccountStepFormProps = AccountWays & {
  readonly step: AccountStep;
  readonly isShown: boolean;
  /** The path where signing in leads without a code. */
  readonly next: string;
  /** Called with the name of whoever is signed in by now. */
  readonly onIn: (name: string) => void;
  readonly onBack: () => void;
};

export function AccountStepForm(props: AccountStepFormProps) {
  const { step, isShown, provider, open, next, onIn, onBack } = props;
  const { code, name, isNeeded } = step;
  const words = useTranslations("space");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isShown) heading.current?.focus();
  }, [isShown]);
  return (
    <div hidden={!isShown} className="flex flex-col gap-6">
      <h1 ref={heading} tabIndex={-1} className="font-serif text-[1.75rem] leading-9 outline-none">
        {words(isNeeded ? "join-title" : "sign-in")}
      </h1>
      {isNeeded && (
        <p className="text-muted">{words(open ? "join-account-why" : "join-account-only")}</p>
      )}
      {provider !== null && (
        <ProviderButton name={provider} next={next} code={code === "" ? undefined : code} />
      )}
      <NewcomerForm
        key={String(isNeeded)}
        name={name}
        pass={{ code }}
        open={open && isNeeded}
        next={next}
        onIn={onIn}
      />
      <Button className="self-start" onClick={onBack}>
        {words(isNeeded ? "other-code" : "back-to-code")}
      </Button>
    </div>
  );
}
