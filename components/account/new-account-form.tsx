"use client";
// Makes an account: of the guest that one is, or of somebody new.

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { NAME_LENGTH } from "#domain/person.ts";
import { useAskServer } from "../library/ask-server.ts";
import { TextField } from "../ui/field.tsx";
import { EmailField, NewPasswordField } from "./account-fields.tsx";
import { Form } from "./form.tsx";

const madeSchema = z.object({
  user: z.object({ name: z.string() }),
  space: z.nullable(z.object({ id: z.string() })),
});

/** What lets somebody make an account: the token of an invite, which leads into its space, or the code of a space. */
export type Pass = { readonly invite: string } | { readonly code: string };

type NewAccountFormProps = {
  /** The one that the guest has; empty for somebody new. */
  readonly name: string;
  /** Where it was typed already. */
  readonly email?: string;
  readonly pass?: Pass;
  /** Called with the name of the account, instead of going where an invite leads. */
  readonly onMade?: ((name: string) => void) | undefined;
};

export function NewAccountForm({ name, email, pass, onMade }: NewAccountFormProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  return (
    <Form
      button={words("make-account")}
      send={async (field) => {
        const made = await ask("/accounts", {
          method: "POST",
          body: {
            name: field("name"),
            email: field("email"),
            password: field("new-password"),
            ...pass,
          },
          expect: madeSchema,
        });
        if (!made.ok) return made.sentence;
        if (onMade) {
          onMade(made.value.user.name);
          return null;
        }
        if (made.value.space !== null) router.replace(`/spaces/${made.value.space.id}`);
        router.refresh();
        return null;
      }}
    >
      <NameField name={name} />
      <EmailField typed={email} />
      <NewPasswordField />
    </Form>
  );
}

/** The name that others see. */
export function NameField({ name }: { readonly name: string }) {
  const words = useTranslations("account");
  return (
    <TextField
      label={words("name")}
      hint={words("name-hint")}
      name="name"
      defaultValue={name}
      required
      maxLength={NAME_LENGTH}
      autoComplete="name"
      dir="auto"
    />
  );
}
