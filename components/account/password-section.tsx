"use client";
// Changing the password.

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Section } from "../ui/section.tsx";
import { NewPasswordField, PasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";

export function PasswordSection() {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  return (
    <Section parted title={words("password")} lead={words("password-change-hint")}>
      <Form
        button={words("change-password")}
        done={words("password-changed")}
        look="plain"
        send={async (field) => {
          const answer = await ask("/account/password", {
            method: "PUT",
            body: { current: field("password"), password: field("new-password") },
            expect: z.unknown(),
          });
          if (!answer.ok) return answer.sentence;
          router.refresh();
          return null;
        }}
      >
        <PasswordField label={words("current-password")} />
        <NewPasswordField label={words("new-password")} />
      </Form>
    </Section>
  );
}
