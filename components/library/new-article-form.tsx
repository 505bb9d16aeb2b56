"use client";
// Makes an article from pasted text.

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { Button } from "../ui/button.tsx";
import { SelectField, TextArea, TextField } from "../ui/field.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { useAskServer } from "./ask-server.ts";
import { withHeadline } from "./headline.ts";
import { LANGUAGES } from "./languages.ts";

type NewArticleFormProps = {
  /** The spaces in which this person may add articles; at least one. */
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
};

const createdSchema = z.object({ id: z.string() });

export function NewArticleForm({ spaces }: NewArticleFormProps) {
  const words = useTranslations("library");
  const { submit, error, adding } = useAddArticle();
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {spaces.length > 1 && (
        <SelectField label={words("space")} name="space">
          {spaces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {spaces.length === 1 && <input type="hidden" name="space" value={spaces[0]?.id} />}
      <TextField label={words("headline")} name="title" required maxLength={300} dir="auto" />
      <TextArea
        label={words("text")}
        name="text"
        required
        rows={10}
        dir="auto"
        className="font-serif"
        hint={words("text-hint")}
      />
      <SelectField label={words("language")} name="language" defaultValue="en">
        {LANGUAGES.map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </SelectField>
      <Wrong sentence={error} />
      <Button type="submit" look="filled" className="self-start" disabled={adding}>
        {adding ? words("adding") : words("add")}
      </Button>
    </form>
  );
}

function useAddArticle() {
  const ask = useAskServer();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setAdding(true);
    setError(null);
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => String(form.get(name) ?? "").trim();
    const title = field("title");
    const created = await ask("/articles", {
      method: "POST",
      body: {
        space: field("space"),
        title,
        text: withHeadline(title, field("text")),
        language: field("language"),
      },
      expect: createdSchema,
    });
    if (created.ok) router.push(`/articles/${created.value.id}`);
    else {
      setError(created.sentence);
      setAdding(false);
    }
  };
  return { submit, error, adding };
}
