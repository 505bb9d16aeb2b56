// One's account; for a guest, the way to one.

import type { Metadata } from "next";
import { z } from "zod";
import { EmailSection } from "#components/account/email-section.tsx";
import { NameSection } from "#components/account/name-section.tsx";
import { NarrowPage } from "#components/account/narrow-page.tsx";
import { NewAccountForm } from "#components/account/new-account-form.tsx";
import { OwnDataSection } from "#components/account/own-data-section.tsx";
import { PasswordSection } from "#components/account/password-section.tsx";
import { ProviderButton } from "#components/account/provider-button.tsx";
import { RecoveryLinkSection } from "#components/account/recovery-link-section.tsx";
import { SessionList } from "#components/account/session-list.tsx";
import { SignOutButton } from "#components/account/sign-out-button.tsx";
import { TextLink } from "#components/account/text-link.tsx";
import { TokenSection } from "#components/account/token-section.tsx";
import { TwoFactorSection } from "#components/account/two-factor-section.tsx";
import { LibraryLink } from "#components/library/library-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { LanguageChoice } from "#components/words/language-choice.tsx";
import { problemWords } from "#components/words/problem-words.ts";
import { readAccount } from "../read-account.ts";
import { readApi, sessionSchema, spacesSchema } from "../read-api.ts";
import { readLanguage, readWords, WithWords } from "../words.tsx";

type Params = { readonly searchParams: Promise<{ readonly problem?: string }> };
type Told = Awaited<ReturnType<typeof readAccount>>;

const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      begun: z.coerce.date(),
      used: z.coerce.date(),
      current: z.boolean(),
    }),
  ),
});

const tokensSchema = z.object({
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      access: z.enum(["read", "write"]),
      spaces: z.array(z.string()).nullable(),
      created: z.coerce.date(),
      used: z.coerce.date().nullable(),
    }),
  ),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("account"))("account") };
}

export default async function AccountPage({ searchParams }: Params) {
  const { problem } = await searchParams;
  const [session, told] = await Promise.all([readApi("/session", sessionSchema), readAccount()]);
  const name = session.ok ? (session.value.user?.name ?? "") : "";
  return (
    <WithWords areas={["account", "problems"]}>
      {told.account === null ? (
        <WithoutAccount name={name} told={told} />
      ) : (
        <WithAccount name={name} told={told} account={told.account} problem={problem} />
      )}
    </WithWords>
  );
}

async function WithoutAccount({ name, told }: { readonly name: string; readonly told: Told }) {
  const words = await readWords("account");
  const { mayMakeAccount, provider } = told;
  return (
    <NarrowPage
      title={words(name === "" ? "make-account" : "keep-work")}
      lead={words(mayMakeAccount ? "keep-work-hint" : "by-invitation")}
    >
      {provider !== null && <ProviderButton name={provider} next="/account" />}
      {mayMakeAccount && <NewAccountForm name={name} />}
      {name !== "" && <OwnDataSection name={name} />}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href="/sign-in">{words("have-account")}</TextLink>
        <TextLink href="/">{words("to-library")}</TextLink>
      </p>
    </NarrowPage>
  );
}

type WithAccountProps = {
  readonly name: string;
  readonly told: Told;
  readonly account: NonNullable<Told["account"]>;
  readonly problem: string | undefined;
};

async function WithAccount({ name, told, account, problem }: WithAccountProps) {
  const [words, problems] = await Promise.all([readWords("account"), readWords("problems")]);
  const { provider, isOwner, mail } = told;
  const sentence = problem && problemWords(problems, { code: problem, detail: "" });
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-8 px-6 py-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex min-w-0 items-center gap-2">
          <LibraryLink name={words("to-library")} />
          <h1 className="font-semibold text-[1rem]">{words("account")}</h1>
        </div>
        <SignOutButton />
      </header>
      <main className="flex flex-col gap-8">
        {sentence && (
          <p role="alert" className="text-danger">
            {sentence}
          </p>
        )}
        <p className="flex flex-col">
          <bdi className="font-serif text-[1.5rem] leading-8">{name}</bdi>
          <bdi className="text-muted">{account.email}</bdi>
        </p>
        <NameSection name={name} />
        {account.hasPassword && <EmailSection mail={mail} />}
        {account.hasPassword && <PasswordSection />}
        {account.hasPassword && <TwoFactorSection isOn={account.twoFactor} />}
        {provider !== null && (
          <Section
            parted
            title={provider}
            lead={words(account.linked ? "connected" : "connect-hint")}
          >
            {!account.linked && <ProviderButton name={provider} next="/account" link />}
          </Section>
        )}
        <Sessions />
        <OwnDataSection name={name} />
        <Tokens />
        {isOwner && <RecoveryLinkSection />}
      </main>
      <footer className="border-rule border-t pt-4">
        <LanguageChoice />
      </footer>
    </div>
  );
}

async function Sessions() {
  const [read, { locale }] = await Promise.all([
    readApi("/sessions", sessionsSchema),
    readLanguage(),
  ]);
  if (!read.ok) return null;
  const day = dayIn(locale);
  return (
    <SessionList
      sessions={read.value.sessions.map(({ id, begun, used, current }) => ({
        id,
        begun: day(begun),
        used: day(used),
        current,
      }))}
    />
  );
}

async function Tokens() {
  const [read, inside, { locale }] = await Promise.all([
    readApi("/tokens", tokensSchema),
    readApi("/spaces", spacesSchema),
    readLanguage(),
  ]);
  if (!read.ok || !inside.ok) return null;
  const day = dayIn(locale);
  const { spaces } = inside.value;
  const nameOf = (id: string): string => spaces.find((space) => space.id === id)?.name ?? "?";
  return (
    <TokenSection
      spaces={spaces.map(({ id, name }) => ({ id, name }))}
      tokens={read.value.tokens.map((token) => ({
        ...token,
        spaces: token.spaces?.map(nameOf) ?? null,
        created: day(token.created),
        used: token.used && day(token.used),
      }))}
    />
  );
}

const dayIn =
  (locale: string) =>
  (date: Date): string =>
    date.toLocaleDateString(locale, { dateStyle: "medium" });
