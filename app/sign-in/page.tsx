// The way in for people with an account.

import type { Metadata } from "next";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { ProviderButton } from "#components/account/provider-button.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { TextLink } from "#components/account/text-link.tsx";
import { problemWords } from "#components/words/problem-words.ts";
import { nextPath } from "#domain/next-path.ts";
import { readAccount } from "../read-account.ts";
import { readWords, WithWords } from "../words.tsx";

type Params = {
  readonly searchParams: Promise<{ readonly next?: string; readonly problem?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("account"))("sign-in") };
}

export default async function SignInPage({ searchParams }: Params) {
  const { next, problem } = await searchParams;
  const [words, problems, { provider, mayMakeAccount }] = await Promise.all([
    readWords("account"),
    readWords("problems"),
    readAccount(),
  ]);
  const path = nextPath(typeof next === "string" ? next : null);
  const sentence = problem && problemWords(problems, { code: problem, detail: "" });
  return (
    <WithWords areas={["account", "problems"]}>
      <NarrowPage title={words("sign-in")}>
        {sentence && (
          <p role="alert" className="text-danger">
            {sentence}
          </p>
        )}
        {provider !== null && <ProviderButton name={provider} next={path} />}
        <SignInForm next={path} />
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/recover">{words("forgot-password")}</TextLink>
          {mayMakeAccount && <TextLink href="/account">{words("make-account")}</TextLink>}
          <TextLink href="/">{words("without-account")}</TextLink>
        </p>
      </NarrowPage>
    </WithWords>
  );
}
