"use client";
// Sets the tags of an article.

import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { cleanTag, distinctTags, TAG_LENGTH, TAGS } from "#domain/article/tags.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import type { Ask } from "./ask-server.ts";
import { AskingDialog } from "./asking-dialog.tsx";
import type { LibraryArticle } from "./library-article.ts";

type TagsDialogProps = { readonly article: LibraryArticle; readonly onClose: () => void };

export function TagsDialog({ article: { id, title, tags: before }, onClose }: TagsDialogProps) {
  const words = useTranslations("library");
  const [tags, setTags] = useState(before);
  const [typed, setTyped] = useState("");
  // what was typed and not added is meant, too
  const all = distinctTags([...tags, cleanTag(typed)].filter((tag) => tag !== ""));
  const add = (): void => {
    setTags(all);
    setTyped("");
  };
  const save = async (ask: Ask): Promise<string | null> => {
    const wanted = { method: "PATCH", body: { tags: all }, expect: z.unknown() } as const;
    const answer = await ask(`/articles/${id}`, wanted);
    return answer.ok ? null : answer.sentence;
  };
  return (
    <AskingDialog
      title={words("tags-of", { title })}
      why={words("tags-hint")}
      does={words("save")}
      run={save}
      onClose={onClose}
    >
      <TagList tags={tags} onTags={setTags} />
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            label={words("new-tag")}
            maxLength={TAG_LENGTH}
            dir="auto"
            autoComplete="off"
            disabled={tags.length >= TAGS}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => {
              // an empty field saves, as in every form
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              if (cleanTag(typed) === "") return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <Button className="h-10" disabled={cleanTag(typed) === ""} onClick={add}>
          {words("add-tag")}
        </Button>
      </div>
    </AskingDialog>
  );
}

type TagListProps = {
  readonly tags: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
};

function TagList({ tags, onTags }: TagListProps) {
  const words = useTranslations("library");
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li
          key={tag}
          className="flex min-w-0 items-center rounded-full border border-rule-strong ps-3"
        >
          <bdi className="truncate">{tag}</bdi>
          <button
            type="button"
            aria-label={words("remove-tag", { tag })}
            onClick={() => onTags(tags.filter((each) => each !== tag))}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-full text-muted hover:text-ink pointer-coarse:size-11"
          >
            <X size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
