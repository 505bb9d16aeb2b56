"use client";
// Coming into a space: a code where the address brings none, a name where nobody is known yet, and the wait.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { readCode, showCode } from "#domain/join-code.ts";
import { articleAt } from "#domain/next-path.ts";
import { AliasField } from "../library/alias-field.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { useFragment } from "../ui/fragment.ts";
import { Wrong } from "../ui/wrong.tsx";
import { bdi } from "../words/bdi.tsx";
import { AccountStepForm, type AccountWays } from "./account-step.tsx";
import type { AccountStep } from "./use-account-step.ts";
import { type JoiningOptions, useJoining } from "./use-joining.ts";
import { WaitingPage } from "./waiting-page.tsx";
import { WhoIsIt } from "./who-is-it.tsx";

type JoinFormProps = JoiningOptions & { readonly accounts: AccountWays };

export function JoinForm({ accounts: ways, ...options }: JoinFormProps) {
  const joining = useJoining(options);
  const { who, waiting, doubted, accounts, goIn, enterSame, enterAnew, enterWithAccount } = joining;
  const given = useFragment() ?? "";
  // whoever waits at one door and comes by the square of another wants in there
  if (waiting && given === "") {
    return <WaitingPage name={who.name} onIn={goIn} onOther={joining.stopWaiting} />;
  }
  return (
    <>
      {doubted && (
        <WhoIsIt
          known={who.name}
          typed={doubted.name}
          onSame={() => enterSame(doubted)}
          onOther={() => enterAnew(doubted)}
        />
      )}
      {accounts.step && (
        <AccountStepForm
          {...ways}
          step={accounts.step}
          isShown={accounts.isShown}
          next={options.next}
          onIn={enterWithAccount}
          onBack={accounts.hide}
        />
      )}
      <div hidden={doubted !== null || accounts.isShown} className="flex flex-col gap-6">
        <DoorForm options={options} joining={joining} given={given} />
      </div>
    </>
  );
}

type DoorFormProps = {
  readonly options: JoiningOptions;
  readonly joining: ReturnType<typeof useJoining>;
  /** The code that came with the address; empty without one. */
  readonly given: string;
};

/** The code and the name. */
function DoorForm({ options, joining, given }: DoorFormProps) {
  const { token, next } = options;
  const { who, busy, error, join } = joining;
  const { name, hasAccount } = who;
  const words = useTranslations("space");
  return (
    <>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">
        {words(token === null ? "join-title" : "join-link-title")}
      </h1>
      {(token === null || !hasAccount) && (
        <p className="text-muted">{words(reasonFor(token, next))}</p>
      )}
      {hasAccount && <p className="text-muted">{words.rich("join-as", { name, bdi })}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          join(new FormData(event.currentTarget));
        }}
        className="flex flex-col gap-4"
      >
        {token === null && <CodeField key={given} given={given} />}
        {!hasAccount && (
          <AliasField
            label={words("your-name")}
            hint={words("your-name-hint")}
            other={words("other-name")}
            required
            alias={name}
          />
        )}
        <Wrong sentence={error} />
        <p className="flex flex-wrap gap-2">
          <Button type="submit" look="filled" disabled={busy}>
            {words(busy ? "working" : "join")}
          </Button>
          {!hasAccount && <SignIn options={options} onStep={joining.accounts.show} />}
        </p>
      </form>
    </>
  );
}

type SignInProps = {
  readonly options: JoiningOptions;
  readonly onStep: (step: AccountStep) => void;
};

/** For who has an account: a link keeps its token in the address, a code that was typed stays here. */
function SignIn({ options: { token, next }, onStep }: SignInProps) {
  const words = useTranslations("space");
  if (token !== null) {
    return (
      <Link
        href={`/sign-in?next=${encodeURIComponent(next)}`}
        prefetch={false}
        className={`${buttonLook("quiet")} h-10!`}
      >
        {words("sign-in")}
      </Link>
    );
  }
  return (
    <Button
      look="quiet"
      className="h-10!"
      onClick={({ currentTarget: { form } }) => {
        const code = form ? String(new FormData(form).get("code") ?? "").trim() : "";
        onStep({ code, name: "", isNeeded: false });
      }}
    >
      {words("sign-in")}
    </Button>
  );
}

/** What is said above the fields. */
function reasonFor(token: string | null, next: string) {
  if (token !== null) return "join-link-why";
  return articleAt(next) !== null ? "join-article-why" : "join-why";
}

/** `given`: the code that came with the address; empty without one. */
function CodeField({ given }: { readonly given: string }) {
  const words = useTranslations("space");
  return (
    <TextField
      name="code"
      label={words("code")}
      hint={words("code-hint")}
      required
      dir="ltr"
      maxLength={32}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="font-semibold text-[1.25rem]! uppercase tracking-wider"
      defaultValue={readCode(given) === null ? given : showCode(given)}
    />
  );
}
