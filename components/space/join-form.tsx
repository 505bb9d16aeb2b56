"use client";
// Coming into a space: a code where the address brings none, a name where nobody is known yet, and the wait.

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { showCode } from "#domain/join-code.ts";
import { AliasField } from "../library/alias-field.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { joinedSchema } from "./space-answers.ts";
import { useActs } from "./use-act.ts";
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
};

export function JoinForm({ name: offered, hasAccount, token, waits }: JoinFormProps) {
  const words = useTranslations("space");
  const router = useRouter();
  const given = useSyncExternalStore(onHashChange, codeInAddress, () => "");
  const [typed, setTyped] = useState<string | null>(null);
  const [name, setName] = useState(offered);
  const [waiting, setWaiting] = useState(waits);
  const { obtain, busy, error, wantsAccount } = useActs();
  const code = typed ?? given;
  const join = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...(token === null ? { code } : { token }), ...(!hasAccount && { name }) };
    obtain({ method: "POST", path: "/joins", body }, joinedSchema, (joined) => {
      if ("space" in joined) router.replace(`/spaces/${joined.space.id}`);
      else setWaiting(true);
    });
  };
  if (waiting) return <WaitingPage name={name} onAgain={() => setWaiting(false)} />;
  return (
    <>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">
        {words(token === null ? "join-title" : "join-link-title")}
      </h1>
      <p className="text-muted">{words(token === null ? "join-why" : "join-link-why")}</p>
      <form onSubmit={join} className="flex flex-col gap-4">
        {token === null && <CodeField code={code} onChange={setTyped} />}
        {!hasAccount && (
          <AliasField
            label={words("your-name")}
            hint={words("your-name-hint")}
            other={words("other-name")}
            required
            name={name}
            onChange={setName}
          />
        )}
        <Wrong sentence={error} />
        <p className="flex flex-wrap gap-2">
          <Button type="submit" look="filled" disabled={busy}>
            {words(busy ? "working" : "join")}
          </Button>
          {wantsAccount && (
            <Link
              href={`/sign-in?next=${encodeURIComponent(token === null ? "/join" : `/join/${token}`)}`}
              prefetch={false}
              className={`${buttonLook("plain")} h-10!`}
            >
              {words("sign-in")}
            </Link>
          )}
        </p>
      </form>
    </>
  );
}

type CodeFieldProps = { readonly code: string; readonly onChange: (code: string) => void };

function CodeField({ code, onChange }: CodeFieldProps) {
  const words = useTranslations("space");
  return (
    <TextField
      label={words("code")}
      hint={words("code-hint")}
      required
      dir="ltr"
      maxLength={32}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="font-semibold text-[1.25rem]! uppercase tracking-wider"
      value={code}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The code in the address's fragment, which browsers never send to a server; empty without one. */
function codeInAddress(): string {
  const code = decodeURIComponent(window.location.hash.slice(1));
  return code.length === 8 ? showCode(code) : code;
}
