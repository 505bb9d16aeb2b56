"use client";
// For the owner of this Postil: a link by which somebody who forgot the password chooses a new one.

import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Section } from "../ui/section.tsx";
import { EmailField } from "./account-fields.tsx";
import { Form } from "./form.tsx";
import { SecretText } from "./secret-text.tsx";

const linkSchema = z.object({ link: z.string() });

export function RecoveryLinkSection() {
  const words = useTranslations("account");
  const ask = useAskServer();
  const [link, setLink] = useState<string | null>(null);
  return (
    <Section parted title={words("recovery-link")} lead={words("recovery-link-hint")}>
      <Form
        button={words("make-link")}
        look="plain"
        send={async (field) => {
          setLink(null);
          const answer = await ask("/recoveries/links", {
            method: "POST",
            body: { email: field("email") },
            expect: linkSchema,
          });
          if (!answer.ok) return answer.sentence;
          setLink(answer.value.link);
          return null;
        }}
      >
        <EmailField />
      </Form>
      {link !== null && <SecretText label={words("link-once")} secret={link} />}
    </Section>
  );
}
