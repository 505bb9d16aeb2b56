"use client";
// E-mail address and password, and then the code for those whose account asks for one.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { EmailField, PasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";

const answerSchema = z.union([
  z.object({ user: z.object({ name: z.string() }) }),
  z.object({ needs: z.literal("code") }),
]);

type SignInFormProps = {
  /** The path of the page to go on to. */
  readonly next: string;
  /** Called with the name of who is in, instead of going there. */
  readonly onIn?: ((name: string) => void) | undefined;
  /** The e-mail address, where it was typed already. */
  readonly email?: string;
};

export function SignInForm({ next, onIn, email }: SignInFormProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [needsCode, setNeedsCode] = useState(false);

  const send = async (field: (name: string) => string): Promise<string | null> => {
    const answer = needsCode
      ? await ask("/sign-in/code", {
          method: "POST",
          body: { code: field("code") },
          expect: answerSchema,
        })
      : await ask("/sign-in", {
          method: "POST",
          body: { email: field("email"), password: field("password") },
          expect: answerSchema,
        });
    if (!answer.ok) return answer.sentence;
    if ("needs" in answer.value) setNeedsCode(true);
    else if (onIn) onIn(answer.value.user.name);
    else {
      router.replace(next);
      router.refresh();
    }
    return null;
  };

  return (
    <>
      <Form key={String(needsCode)} button={words("sign-in")} send={send}>
        {needsCode ? (
          <TextField
            label={words("code")}
            hint={words("code-hint")}
            name="code"
            autoComplete="one-time-code"
            autoFocus
            required
            spellCheck={false}
            dir="ltr"
          />
        ) : (
          <>
            <EmailField typed={email} />
            <PasswordField />
          </>
        )}
      </Form>
      {needsCode && (
        <Button look="quiet" className="self-start" onClick={() => setNeedsCode(false)}>
          {words("sign-in-anew")}
        </Button>
      )}
    </>
  );
}
