"use client";
// Coming into a space: a code where the address brings none, a name where nobody is known yet, and the wait.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { readCode, showCode } from "#domain/join-code.ts";
import { AliasField } from "../library/alias-field.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { useFragment } from "../ui/fragment.ts";
import { Wrong } from "../ui/wrong.tsx";
import { bdi } from "../words/bdi.tsx";
import { type JoiningOptions, useJoining } from "./use-joining.ts";
import { isArticle } from "./use-way-in.ts";
import { WaitingPage } from "./waiting-page.tsx";
import { WhoIsIt } from "./who-is-it.tsx";

export function JoinForm(props: JoiningOptions) {
  const { hasAccount, token, next } = props;
  const words = useTranslations("space");
  const given = useFragment() ?? "";
  const { name, waiting, doubted, busy, error, join, goIn, enter, enterAnew, stopWaiting } =
    useJoining(props);
  // whoever waits at one door and comes by the square of another wants in there
  if (waiting && given === "") {
    return <WaitingPage name={name} onIn={goIn} onOther={stopWaiting} />;
  }
  return (
    <>
      {doubted && (
        <WhoIsIt
          known={name}
          typed={doubted.name}
          onSame={() => enter(doubted)}
          onOther={() => enterAnew(doubted)}
        />
      )}
      <div hidden={doubted !== null} className="flex flex-col gap-6">
        <h1 className="text-balance font-serif text-[1.75rem] leading-9">
          {words(token === null ? "join-title" : "join-link-title")}
        </h1>
        <p className="text-muted">
          {hasAccount && token !== null
            ? words.rich("join-as", { name, bdi })
            : words(reasonFor(token, next))}
        </p>
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
            {!hasAccount && (
              <Link
                href={`/sign-in?next=${encodeURIComponent(next)}`}
                prefetch={false}
                className={`${buttonLook("quiet")} h-10!`}
              >
                {words("sign-in")}
              </Link>
            )}
          </p>
        </form>
      </div>
    </>
  );
}

/** What is said above the fields. */
function reasonFor(token: string | null, next: string) {
  if (token !== null) return "join-link-why";
  return isArticle(next) ? "join-article-why" : "join-why";
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
