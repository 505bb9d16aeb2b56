"use client";
// The code beside the password: begun, confirmed and ended.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { type Ask, useAskServer } from "../library/ask-server.ts";
import { buttonLook } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { Section } from "../ui/section.tsx";
import { PasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";
import { SecretText } from "./secret-text.tsx";

const codesSchema = z.object({ codes: z.array(z.string()) });

const startSchema = z.extend(codesSchema, { uri: z.url({ protocol: /^otpauth$/ }) });

type Start = z.infer<typeof startSchema>;

/** `isOn`: whether codes are asked for by now. */
export function TwoFactorSection({ isOn }: { readonly isOn: boolean }) {
  const words = useTranslations("account");
  const [uri, setUri] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section
      parted
      title={words("two-factor")}
      lead={words(isOn ? "two-factor-on" : "two-factor-hint")}
    >
      {isOn ? (
        <EndForm
          onEnded={() => {
            setUri(null);
            setCodes(null);
          }}
        />
      ) : uri === null ? (
        <BeginForm
          onBegun={(start) => {
            setUri(start.uri);
            setCodes(start.codes);
          }}
        />
      ) : (
        <ConfirmForm uri={uri} />
      )}
      {isOn && <RenewForm onRenewed={setCodes} />}
      {codes !== null && <SecretText label={words("kept-codes")} secret={codes.join("\n")} />}
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

function ConfirmForm({ uri }: { readonly uri: string }) {
  const words = useTranslations("account");
  const send = useSend("/two-factor/confirm", "code");
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
      <figure className="flex flex-col gap-2">
        <figcaption className="font-medium">{words("app-scan")}</figcaption>
        <QrCode text={uri} label={words("app-square")} className="size-48" />
      </figure>
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
  const send = useSend("/two-factor/end", "password", onEnded);
  return (
    <Form button={words("end-two-factor")} look="plain" send={send}>
      <PasswordField />
    </Form>
  );
}

function RenewForm({ onRenewed }: { readonly onRenewed: (codes: readonly string[]) => void }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  return (
    <Form
      button={words("renew-codes")}
      look="plain"
      send={async (field) => {
        const answer = await ask("/two-factor/codes", {
          method: "POST",
          body: { password: field("password") },
          expect: codesSchema,
        });
        if (!answer.ok) return answer.sentence;
        onRenewed(answer.value.codes);
        return null;
      }}
    >
      <p className="text-muted">{words("renew-codes-hint")}</p>
      <PasswordField />
    </Form>
  );
}

/** Sends one field, and draws the page anew when that was right. */
function useSend(path: Parameters<Ask>[0], name: string, done = (): void => {}) {
  const ask = useAskServer();
  const router = useRouter();
  return async (field: (name: string) => string): Promise<string | null> => {
    const answer = await ask(path, {
      method: "POST",
      body: { [name]: field(name) },
      expect: z.unknown(),
    });
    if (!answer.ok) return answer.sentence;
    done();
    router.refresh();
    return null;
  };
}
