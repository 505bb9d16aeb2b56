"use client";
// The fields that several of these forms have.

import { useTranslations } from "use-intl";
import { EMAIL_LENGTH, PASSWORD_LENGTH } from "#domain/account.ts";
import { TextField } from "../ui/field.tsx";

type EmailFieldProps = {
  readonly label?: string;
  /** What was typed elsewhere already. */
  readonly typed?: string | undefined;
};

export function EmailField({ label, typed }: EmailFieldProps) {
  const words = useTranslations("account");
  return (
    <TextField
      label={label ?? words("email")}
      name="email"
      type="email"
      autoComplete="username"
      defaultValue={typed}
      required
      maxLength={EMAIL_LENGTH}
      dir="ltr"
    />
  );
}

/** The password that one has. */
export function PasswordField({ label }: { readonly label?: string }) {
  const words = useTranslations("account");
  return (
    <TextField
      label={label ?? words("password")}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={PASSWORD_LENGTH.most}
      dir="ltr"
    />
  );
}

/** The password that one chooses. */
export function NewPasswordField({ label }: { readonly label?: string }) {
  const words = useTranslations("account");
  return (
    <TextField
      label={label ?? words("password")}
      hint={words("password-hint", { least: String(PASSWORD_LENGTH.least) })}
      name="new-password"
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH.least}
      maxLength={PASSWORD_LENGTH.most}
      dir="ltr"
    />
  );
}
