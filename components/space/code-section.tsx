// The code of a space: shown, opened, renewed and closed.

import Link from "next/link";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { showCode } from "#domain/join-code.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { type Code, codeSchema, type Space } from "./space-answers.ts";
import { type Acts, useActs } from "./use-act.ts";
import { useTakingBack } from "./use-taking-back.tsx";

/** The code of a space, and what opens and closes it. */
export function useCode(space: Space): Acts & {
  readonly code: Code | null;
  /** Draws a code that the server told; null: it is closed. */
  readonly know: (code: Code | null) => void;
  readonly open: (then?: () => void) => void;
  readonly close: (then: () => void) => void;
} {
  const acts = useActs();
  const [code, setCode] = useState(space.code);
  const path = `/spaces/${space.id}/code`;
  return {
    ...acts,
    code,
    know: setCode,
    open: (then) =>
      acts.obtain({ method: "POST", path, body: {} }, codeSchema, (made) => {
        setCode(made);
        then?.();
      }),
    close: (then) =>
      acts.act({ method: "DELETE", path }, () => {
        setCode(null);
        then();
      }),
  };
}

export function CodeSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const format = useFormatter();
  const { code, know, open, close, error } = useCode(space);
  const { tell, notice } = useTakingBack();
  const { waitingRoom, guestsAllowed } = space.settings;
  const why = words(waitingRoom ? "code-why" : "code-why-open");
  const lead = guestsAllowed ? why : `${why} ${words("code-wants-account")}`;
  const tellGone = (before: Code, gone: string): void =>
    tell({
      id: before.code,
      gone,
      back: words("code-is-back"),
      bringBack: ({ obtain }, done) => {
        const path = `/spaces/${space.id}/code/return`;
        obtain({ method: "POST", path, body: { code: before.code } }, codeSchema, (back) => {
          know(back);
          done();
        });
      },
    });
  const openAnew = (): void =>
    open(code ? () => tellGone(code, words("code-was-replaced")) : undefined);
  return (
    <Section title={words("code")} lead={lead}>
      {code ? (
        <p className="flex flex-wrap items-baseline gap-x-4">
          <bdi dir="ltr" className="font-semibold text-[1.75rem] leading-9 tracking-wider">
            {showCode(code.code)}
          </bdi>
          <span className="text-muted text-sm">
            {words("code-until", {
              date: format.dateTime(new Date(code.expiresAt), { dateStyle: "medium" }),
            })}
          </span>
        </p>
      ) : (
        <p className="text-muted">{words("code-closed")}</p>
      )}
      <p className="flex flex-wrap gap-2">
        {code && (
          <Link href={`/spaces/${space.id}/wall`} prefetch={false} className={buttonLook("plain")}>
            {words("show-code")}
          </Link>
        )}
        <Button onClick={openAnew}>{words(code ? "renew-code" : "open-code")}</Button>
        {code && (
          <Button
            look="quiet"
            className="h-9"
            onClick={() => close(() => tellGone(code, words("code-was-closed")))}
          >
            {words("close-code")}
          </Button>
        )}
      </p>
      <Wrong sentence={error} />
      {notice}
    </Section>
  );
}
