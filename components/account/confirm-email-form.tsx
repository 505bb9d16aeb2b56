"use client";
// Where the link to a new e-mail address leads: it counts once this is pressed.

import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { buttonLook } from "../ui/button.tsx";
import { Form } from "./form.tsx";
import { useToken } from "./use-token.ts";

export function ConfirmEmailForm() {
  const words = useTranslations("account");
  const ask = useAskServer();
  const token = useToken();
  const [language] = useLocale().split("-");
  const [confirmed, setConfirmed] = useState(false);
  if (token === null) return null;
  if (token === "") return <p className="text-danger">{words("link-cut")}</p>;
  if (confirmed) {
    return (
      <>
        <p role="status">{words("email-changed")}</p>
        <Link href="/account" className={`${buttonLook("filled")} self-start`}>
          {words("account")}
        </Link>
      </>
    );
  }
  return (
    <Form
      button={words("use-email")}
      send={async () => {
        const answer = await ask("/account/email/confirm", {
          method: "POST",
          body: { token, language },
          expect: z.unknown(),
        });
        setConfirmed(answer.ok);
        return answer.ok ? null : answer.sentence;
      }}
    >
      <p>{words("use-email-why")}</p>
    </Form>
  );
}
