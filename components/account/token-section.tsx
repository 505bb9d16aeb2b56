"use client";
// The tokens of one's scripts: listed, made, revoked.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Section } from "../ui/section.tsx";
import { SureDialog } from "../ui/sure-dialog.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { Form } from "./form.tsx";
import { SecretText } from "./secret-text.tsx";

export type TokenLine = {
  readonly id: string;
  readonly name: string;
  readonly access: "read" | "write";
  /** The names of the spaces it opens; null: all. */
  readonly spaces: readonly string[] | null;
  /** Dates that people read; null: it was never used. */
  readonly created: string;
  readonly used: string | null;
};

type TokenSectionProps = {
  readonly tokens: readonly TokenLine[];
  /** The spaces one is in. */
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
};

/** What stands for all spaces in the list of them; no id is empty. */
const ALL = "";

const tokenSchema = z.object({ token: z.string() });

export function TokenSection({ tokens, spaces }: TokenSectionProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  return (
    <Section parted title={words("tokens")} lead={words("tokens-hint")}>
      {tokens.length > 0 && <TokenList tokens={tokens} />}
      <Form
        button={words("make-token")}
        look="plain"
        send={async (field) => {
          setMade(null);
          const space = field("space");
          const answer = await ask("/tokens", {
            method: "POST",
            body: {
              name: field("name"),
              access: field("access"),
              spaces: space === ALL ? null : [space],
            },
            expect: tokenSchema,
          });
          if (!answer.ok) return answer.sentence;
          setMade(answer.value.token);
          router.refresh();
          return null;
        }}
      >
        <TextField
          label={words("token-name")}
          hint={words("token-name-hint")}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          dir="auto"
        />
        <SelectField label={words("token-access")} name="access">
          <option value="read">{words("access-read")}</option>
          <option value="write">{words("access-write")}</option>
        </SelectField>
        <SelectField label={words("token-space")} name="space">
          <option value={ALL}>{words("all-spaces")}</option>
          {spaces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </Form>
      {made !== null && <SecretText label={words("token-once")} secret={made} />}
    </Section>
  );
}

function TokenList({ tokens }: { readonly tokens: readonly TokenLine[] }) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState<TokenLine | null>(null);

  const revoke = async (id: string): Promise<void> => {
    const gone = await ask(`/tokens/${id}`, { method: "DELETE", expect: z.unknown() });
    setError(gone.ok ? null : gone.sentence);
    router.refresh();
  };

  return (
    <>
      <ul className="flex flex-col">
        {tokens.map((token) => (
          <li
            key={token.id}
            className="flex flex-wrap items-center justify-between gap-x-4 border-rule border-b py-2"
          >
            <TokenWords token={token} />
            <Button
              look="quiet"
              aria-label={words("revoke-named", { name: token.name })}
              onClick={() => setAsking(token)}
            >
              {words("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <Wrong sentence={error} />
      {asking && (
        <SureDialog
          title={words("revoke-who", { name: asking.name })}
          told={words("revoke-why")}
          does={words("revoke")}
          onSure={() => void revoke(asking.id)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function TokenWords({ token }: { readonly token: TokenLine }) {
  const words = useTranslations("account");
  const { name, access, spaces, created, used } = token;
  return (
    <span className="min-w-0">
      <bdi className="block font-medium">{name}</bdi>
      <span className="block text-muted tabular-nums">
        {words("token-scope", {
          access: words(`access-${access}`),
          spaces: spaces?.join(", ") ?? words("all-spaces"),
        })}
      </span>
      <span className="block text-muted tabular-nums">
        {used === null
          ? words("token-unused", { created })
          : words("session-line", { begun: created, used })}
      </span>
    </span>
  );
}
