"use client";
// The e-mail address of one's account, and changing it.

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Section } from "../ui/section.tsx";
import { EmailField, PasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";

/** `mail`: whether this Postil sends letters; then one has to be opened first. */
export function EmailSection({ mail }: { readonly mail: boolean }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [language] = useLocale().split("-");
  return (
    <Section
      parted
      title={words("email")}
      lead={words(mail ? "change-email-letter" : "change-email-hint")}
    >
      <Form
        button={words("change-email")}
        done={words(mail ? "email-letter" : "email-changed")}
        look="plain"
        send={async (field) => {
          const answer = await ask("/account/email", {
            method: "PUT",
            body: { email: field("email"), password: field("password"), language },
            expect: z.unknown(),
          });
          if (!answer.ok) return answer.sentence;
          if (!mail) router.refresh();
          return null;
        }}
      >
        <EmailField label={words("new-email")} />
        <PasswordField label={words("current-password")} />
      </Form>
    </Section>
  );
}
