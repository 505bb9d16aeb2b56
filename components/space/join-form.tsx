"use client";
// Coming into a space: a code where the address brings none, a name where nobody is known yet, and the wait.

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { readCode, showCode } from "#domain/join-code.ts";
import { AliasField } from "../library/alias-field.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { dropFragment, useFragment } from "../ui/fragment.ts";
import { Wrong } from "../ui/wrong.tsx";
import { bdi } from "../words/bdi.tsx";
import { joinedSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
import { isArticle, useWayIn } from "./use-way-in.ts";
import { WaitingPage } from "./waiting-page.tsx";

type JoinFormProps = {
  /** The name that is offered, or that the visitor has. */
  readonly name: string;
  /** Whether the visitor has an account: then the name stays. */
  readonly hasAccount: boolean;
  /** What a link says; null where a code is typed. */
  readonly token: string | null;
  /** Whether the visitor waits already. */
  readonly waits: boolean;
  /** The path where signing in leads, and coming in, if it is that of an article. */
  readonly next: string;
};

export function JoinForm({ name: offered, hasAccount, token, waits, next }: JoinFormProps) {
  const words = useTranslations("space");
  const goIn = useWayIn(next);
  const given = useFragment() ?? "";
  const [name, setName] = useState(offered);
  const [waiting, setWaiting] = useState(waits);
  const { obtain, busy, error } = useActs();
  const join = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = String(form.get("name") ?? offered);
    setName(said);
    const body = {
      ...(token === null ? { code: form.get("code") } : { token }),
      ...(!hasAccount && { name: said }),
    };
    obtain({ method: "POST", path: "/joins", body }, joinedSchema, (joined) => {
      if ("space" in joined) return goIn(joined.space.id);
      dropFragment();
      setWaiting(true);
    });
  };
  // whoever waits at one door and comes by the square of another wants in there
  if (waiting && given === "") {
    return <WaitingPage name={name} onIn={goIn} onOther={() => setWaiting(false)} />;
  }
  return (
    <>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">
        {words(token === null ? "join-title" : "join-link-title")}
      </h1>
      <p className="text-muted">
        {hasAccount && token !== null
          ? words.rich("join-as", { name, bdi })
          : words(reasonFor(token, next))}
      </p>
      <form onSubmit={join} className="flex flex-col gap-4">
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
