// What an article says of itself: what came, and what somebody makes of it.

import { useFormatter, useTranslations } from "use-intl";
import { LINE_LENGTH } from "#domain/article/bounds.ts";
import { LANGUAGES } from "../library/languages.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import type { Arrival, Draft, Ready } from "./arrival.ts";

type AboutFieldsProps = {
  readonly given: Arrival["given"];
  readonly ready: Ready;
  readonly onEdit: (edit: (draft: Draft) => Draft) => void;
};

export function AboutFields({ given, ready: { came, draft }, onEdit }: AboutFieldsProps) {
  const words = useTranslations("intake");
  const line = (name: "title" | "byline" | "source") => ({
    ...{
      label: words(name),
      defaultValue: draft[name],
      maxLength: LINE_LENGTH,
      autoComplete: "off",
    },
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      onEdit((now) => ({ ...now, [name]: value })),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextField
          {...line("title")}
          required
          dir="auto"
          // behind a closed line nobody would see what is missing
          onInvalid={({ currentTarget }) =>
            currentTarget.closest("details")?.setAttribute("open", "")
          }
        />
      </div>
      <TextField {...line("byline")} dir="auto" />
      <LanguageField came={came.language} chosen={draft.language} onChoose={onEdit} />
      {given.what === "address" ? (
        <Fact name={words("source")} what={came.source ?? given.address} />
      ) : (
        <TextField {...line("source")} dir="auto" />
      )}
      {came.published && <Published date={came.published} />}
    </div>
  );
}

type LanguageFieldProps = {
  /** The language that it says it has. */
  readonly came: string | null;
  readonly chosen: string;
  readonly onChoose: AboutFieldsProps["onEdit"];
};

function LanguageField({ came, chosen, onChoose }: LanguageFieldProps) {
  const words = useTranslations("intake");
  const isOther = came !== null && !LANGUAGES.some(([tag]) => tag === came);
  return (
    <SelectField
      label={words("language")}
      defaultValue={chosen}
      onChange={({ currentTarget: { value } }) => onChoose((now) => ({ ...now, language: value }))}
    >
      {came === null && <option value="">{words("language-unknown")}</option>}
      {isOther && (
        <option value={came} lang={came}>
          {nameOfLanguage(came)}
        </option>
      )}
      {LANGUAGES.map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** By its own name; the tag itself where nobody knows it. */
function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

/** A day, or a moment, as the source says it. */
function Published({ date }: { readonly date: string }) {
  const words = useTranslations("intake");
  const format = useFormatter();
  const moment = new Date(date);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date);
  const told = Number.isNaN(moment.getTime())
    ? date
    : format.dateTime(moment, { dateStyle: "long", ...(isDay && { timeZone: "UTC" }) });
  return <Fact name={words("published")} what={told} />;
}

function Fact({ name, what }: { readonly name: string; readonly what: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="font-medium">{name}</p>
      <p className="wrap-anywhere py-2 text-muted">
        <bdi>{what}</bdi>
      </p>
    </div>
  );
}
