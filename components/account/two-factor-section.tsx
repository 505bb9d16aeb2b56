"use client";
// The code beside the password: begun, confirmed and ended.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { type Ask, useAskServer } from "../library/ask-server.ts";
import { buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { PasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";
import { SecretText } from "./secret-text.tsx";
import { Section } from "./section.tsx";

const startSchema = z.object({
  uri: z.url({ protocol: /^otpauth$/ }),
  codes: z.array(z.string()),
});

type Start = z.infer<typeof startSchema>;

/** `isOn`: whether codes are asked for by now. */
export function TwoFactorSection({ isOn }: { readonly isOn: boolean }) {
  const words = useTranslations("account");
  const [start, setStart] = useState<Start | null>(null);
  return (
    <Section title={words("two-factor")} lead={words(isOn ? "two-factor-on" : "two-factor-hint")}>
      {isOn ? (
        <EndForm onEnded={() => setStart(null)} />
      ) : start === null ? (
        <BeginForm onBegun={setStart} />
      ) : (
        <ConfirmForm start={start} />
      )}
      {start !== null && <SecretText label={words("kept-codes")} secret={start.codes.join("\n")} />}
    </Section>
  );
}

function BeginForm({ onBegun }: { readonly onBegun: (start: Start) => void }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  return (
    <Form
      button={words("begin-two-factor")}
      look="plain"
      send={async (field) => {
        const answer = await ask("/two-factor", {
          method: "POST",
          body: { password: field("password") },
          expect: startSchema,
        });
        if (!answer.ok) return answer.sentence;
        onBegun(answer.value);
        return null;
      }}
    >
      <PasswordField />
    </Form>
  );
}

function ConfirmForm({ start: { uri } }: { readonly start: Start }) {
  const words = useTranslations("account");
  const send = useSend("/two-factor/confirm", "code");
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
      <SecretText label={words("app-key")} secret={key.replace(/(.{4})(?=.)/g, "$1 ")} />
      <a href={uri} className={`${buttonLook("plain")} self-start`}>
        {words("open-app")}
      </a>
      <Form button={words("confirm-two-factor")} look="plain" send={send}>
        <TextField
          label={words("code")}
          hint={words("app-code-hint")}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          dir="ltr"
        />
      </Form>
    </>
  );
}

function EndForm({ onEnded }: { readonly onEnded: () => void }) {
  const words = useTranslations("account");
  const send = useSend("/two-factor/end", "password");
  return (
    <Form
      button={words("end-two-factor")}
      look="plain"
      send={async (field) => {
        const wrong = await send(field);
        if (wrong === null) onEnded();
        return wrong;
      }}
    >
      <PasswordField />
    </Form>
  );
}

/** Sends one field, and draws the page anew when that was right. */
function useSend(path: Parameters<Ask>[0], name: string) {
  const ask = useAskServer();
  const router = useRouter();
  return async (field: (name: string) => string): Promise<string | null> => {
    const answer = await ask(path, {
      method: "POST",
      body: { [name]: field(name) },
      expect: z.unknown(),
    });
    if (!answer.ok) return answer.sentence;
    router.refresh();
    return null;
  };
}
