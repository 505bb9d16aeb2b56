"use client";
// The way back for whoever forgot the password: asks for a letter, or, by the link in it, for a new password.

import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { buttonLook } from "../ui/button.tsx";
import { EmailField, NewPasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";
import { useToken } from "./use-token.ts";

/** `mail`: whether this Postil sends letters. */
export function RecoverForm({ mail }: { readonly mail: boolean }) {
  const token = useToken();
  if (token === null) return null;
  return token === "" ? <AskForLetter mail={mail} /> : <ChoosePassword token={token} />;
}

function AskForLetter({ mail }: { readonly mail: boolean }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const [language] = useLocale().split("-");
  const [asked, setAsked] = useState(false);
  if (!mail) return <p>{words("no-mail")}</p>;
  if (asked) return <p role="status">{words("letter-sent")}</p>;
  return (
    <Form
      button={words("send-letter")}
      send={async (field) => {
        const answer = await ask("/recoveries", {
          method: "POST",
          body: { email: field("email"), language },
          expect: z.unknown(),
        });
        setAsked(answer.ok);
        return answer.ok ? null : answer.sentence;
      }}
    >
      <EmailField />
    </Form>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const [chosen, setChosen] = useState(false);
  if (chosen) {
    return (
      <>
        <p role="status">{words("password-chosen")}</p>
        <Link href="/sign-in" className={`${buttonLook("filled")} self-start`}>
          {words("sign-in")}
        </Link>
      </>
    );
  }
  return (
    <Form
      button={words("choose-password")}
      send={async (field) => {
        const answer = await ask("/recoveries/redeem", {
          method: "POST",
          body: { token, password: field("new-password") },
          expect: z.unknown(),
        });
        setChosen(answer.ok);
        return answer.ok ? null : answer.sentence;
      }}
    >
      <NewPasswordField label={words("new-password")} />
    </Form>
  );
}
