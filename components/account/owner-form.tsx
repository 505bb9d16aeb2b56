"use client";
// Turns the link from the server's console into the first account, which owns this Postil.

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { EmailField, NewPasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";
import { NameField } from "./new-account-form.tsx";
import { useToken } from "./use-token.ts";

type OwnerFormProps = {
  /** The name of a guest; empty for somebody new. */
  readonly name: string;
  /** Whether whoever opens the link is signed in to an account: then that becomes the owner. */
  readonly hasAccount: boolean;
};

export function OwnerForm({ name, hasAccount }: OwnerFormProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const token = useToken();
  const router = useRouter();
  if (token === "") return <p className="text-danger">{words("link-cut")}</p>;
  return (
    <Form
      button={words("become-owner")}
      send={async (field) => {
        const account = { email: field("email"), password: field("new-password") };
        const answer = await ask("/owner", {
          method: "POST",
          body: hasAccount ? { token } : { token, name: field("name"), account },
          expect: z.unknown(),
        });
        if (!answer.ok) return answer.sentence;
        router.replace("/");
        router.refresh();
        return null;
      }}
    >
      {!hasAccount && (
        <>
          <NameField name={name} />
          <EmailField />
          <NewPasswordField />
        </>
      )}
    </Form>
  );
}
