"use client";
// The name that others see, and changing it.

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Section } from "../ui/section.tsx";
import { Form } from "./form.tsx";
import { NameField } from "./new-account-form.tsx";

export function NameSection({ name }: { readonly name: string }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  return (
    <Section parted title={words("name")}>
      <Form
        button={words("change-name")}
        done={words("name-changed")}
        look="plain"
        send={async (field) => {
          const answer = await ask("/account/name", {
            method: "PUT",
            body: { name: field("name") },
            expect: z.unknown(),
          });
          if (!answer.ok) return answer.sentence;
          router.refresh();
          return null;
        }}
      >
        <NameField name={name} />
      </Form>
    </Section>
  );
}
