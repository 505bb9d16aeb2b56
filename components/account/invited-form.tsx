"use client";
// Where an invitation for one e-mail address leads: an account with that address comes in.

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";
import { bdi } from "../words/bdi.tsx";
import { Form } from "./form.tsx";
import { NewcomerForm } from "./newcomer-form.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { useToken } from "./use-token.ts";

const joinedSchema = z.object({ space: z.object({ id: z.string() }) });

type InvitedFormProps = {
  /** The name of a guest; empty for somebody new. */
  readonly name: string;
  /** The address of the account that one is signed in to; null without. */
  readonly email: string | null;
  /** Whether accounts can be made. */
  readonly open: boolean;
};

export function InvitedForm({ name, email, open }: InvitedFormProps) {
  const words = useTranslations("account");
  const token = useToken();
  if (token === null) return null;
  if (token === "") return <p className="text-danger">{words("link-cut")}</p>;
  if (email !== null) return <ComeIn email={email} token={token} />;
  return (
    <NewcomerForm name={name} pass={{ invite: token }} open={open} next={`/invited#${token}`} />
  );
}

type ComeInProps = { readonly email: string; readonly token: string };

function ComeIn({ email, token }: ComeInProps) {
  const words = useTranslations("account");
  const ask = useAskServer();
  const router = useRouter();
  return (
    <>
      <p>{words.rich("invited-as", { email, bdi })}</p>
      <Form
        button={words("come-in")}
        send={async () => {
          const joined = await ask("/joins/personal", {
            method: "POST",
            body: { token },
            expect: joinedSchema,
          });
          if (!joined.ok) return joined.sentence;
          router.replace(`/spaces/${joined.value.space.id}`);
          return null;
        }}
      >
        {null}
      </Form>
      <p>
        <SignOutButton />
      </p>
    </>
  );
}
