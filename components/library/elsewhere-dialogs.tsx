"use client";
// Asks where an article goes to: its copy, or itself.

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { LINE_LENGTH } from "#domain/article/bounds.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { type Ask, useAskServer } from "./ask-server.ts";
import { AskingDialog } from "./asking-dialog.tsx";
import type { LibraryArticle } from "./library-article.ts";

/** A space in which the reader may add articles. */
export type Place = { readonly id: string; readonly name: string };

/** What was done, in words, and what can be done about it. */
export type Told = {
  readonly words: string;
  readonly act: { readonly name: string; readonly run: () => void } | null;
};

type ElsewhereProps = {
  readonly article: LibraryArticle;
  readonly spaces: readonly Place[];
  readonly onTell: (told: Told) => void;
  readonly onClose: () => void;
};

const createdSchema = z.object({ id: z.string() });

export function CopyDialog({ article, spaces, onTell, onClose }: ElsewhereProps) {
  const words = useTranslations("library");
  const router = useRouter();
  const first = spaces.find(({ id }) => id === article.space) ?? spaces[0];
  const [title, setTitle] = useState(words("copy-of", { title: article.title }));
  const [space, setSpace] = useState(first?.id ?? "");
  const copy = async (ask: Ask): Promise<string | null> => {
    const answer = await ask(`/articles/${article.id}/copies`, {
      ...{ method: "POST", body: { space, title }, expect: createdSchema },
    });
    if (!answer.ok) return answer.sentence;
    const { id } = answer.value;
    const open = { name: words("open"), run: () => router.push(`/articles/${id}`) };
    onTell({ words: words("is-copied", { title }), act: open });
    return null;
  };
  return (
    <AskingDialog
      title={words("duplicate-title", { title: article.title })}
      why={words("duplicate-why")}
      does={words("duplicate")}
      run={copy}
      onClose={onClose}
    >
      <TextField
        label={words("headline")}
        required
        maxLength={LINE_LENGTH}
        dir="auto"
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SpaceField spaces={spaces} space={space} onSpace={setSpace} />
    </AskingDialog>
  );
}

export function MoveDialog({ article, spaces, onTell, onClose }: ElsewhereProps) {
  const words = useTranslations("library");
  const router = useRouter();
  const ask = useAskServer();
  const others = spaces.filter(({ id }) => id !== article.space);
  const [space, setSpace] = useState(others[0]?.id ?? "");
  const { id, title } = article;
  const back = async (): Promise<void> => {
    const sentence = await moveTo(ask, id, article.space);
    onTell({ words: sentence ?? words("is-back", { title }), act: null });
    router.refresh();
  };
  const move = async (): Promise<string | null> => {
    const sentence = await moveTo(ask, id, space);
    if (sentence !== null) return sentence;
    const name = others.find((each) => each.id === space)?.name ?? "";
    const undo = { name: words("undo"), run: back };
    // whoever may not add articles there any more cannot move it back
    const mayUndo = spaces.some((each) => each.id === article.space);
    onTell({ words: words("is-moved", { title, space: name }), act: mayUndo ? undo : null });
    return null;
  };
  return (
    <AskingDialog
      title={words("move-title", { title })}
      why={words("move-why")}
      does={words("move")}
      run={move}
      onClose={onClose}
    >
      <SpaceField spaces={others} space={space} onSpace={setSpace} />
    </AskingDialog>
  );
}

/** Returns why it was not moved, null when it was. */
async function moveTo(ask: Ask, article: string, space: string): Promise<string | null> {
  const wanted = { method: "PUT", body: { space }, expect: z.unknown() } as const;
  const answer = await ask(`/articles/${article}/space`, wanted);
  return answer.ok ? null : answer.sentence;
}

type SpaceFieldProps = {
  readonly spaces: readonly Place[];
  readonly space: string;
  readonly onSpace: (id: string) => void;
};

function SpaceField({ spaces, space, onSpace }: SpaceFieldProps) {
  const words = useTranslations("library");
  return (
    <SelectField
      label={words("space")}
      value={space}
      onChange={(event) => onSpace(event.target.value)}
    >
      {spaces.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
