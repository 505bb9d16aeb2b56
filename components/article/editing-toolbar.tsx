"use client";
// The few things an editor may do to the text beside typing.

import type { Editor } from "@tiptap/core";
import { Bold, Heading2, Italic, Link, List, type LucideIcon, Quote } from "lucide-react";
import { type FormEvent, type ReactNode, useCallback, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { safeHref } from "#domain/link.ts";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { buttonLook } from "../ui/button.tsx";

type Format = {
  readonly name: "bold" | "italic" | "heading" | "bullet-list" | "quotation";
  readonly icon: LucideIcon;
  readonly isOn: (editor: Editor) => boolean;
  readonly toggle: (editor: Editor) => void;
};

const FORMATS: readonly Format[] = [
  {
    name: "bold",
    icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "heading",
    icon: Heading2,
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    toggle: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "bullet-list",
    icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "quotation",
    icon: Quote,
    isOn: (editor) => editor.isActive("blockquote"),
    toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** The toolbar of an editor; it floats above the text and takes no room of it. */
export function EditingToolbar({ editor }: { readonly editor: Editor }): ReactNode {
  const words = useTranslations("article");
  const [asksForLink, setAsksForLink] = useState(false);
  useEditorState(editor);
  const isLink = editor.isActive("link");
  const onLink = (): void => {
    if (isLink) editor.chain().focus().unsetLink().run();
    else setAsksForLink(!asksForLink);
  };
  return (
    <>
      <div
        role="toolbar"
        aria-label={words("formatting")}
        className="article-tools"
        onKeyDown={walkWithArrows}
      >
        {FORMATS.map(({ name, icon, isOn, toggle }) => (
          <Tool
            key={name}
            name={words(name)}
            icon={icon}
            on={isOn(editor)}
            press={() => toggle(editor)}
          />
        ))}
        <Tool
          name={words(isLink ? "remove-link" : "link")}
          icon={Link}
          on={isLink}
          press={onLink}
        />
      </div>
      {asksForLink && !isLink && <LinkForm editor={editor} onDone={() => setAsksForLink(false)} />}
    </>
  );
}

type ToolProps = {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly on: boolean;
  readonly press: () => void;
};

function Tool({ name, icon: Icon, on, press }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className={buttonLook("icon")}
      aria-label={name}
      title={name}
      aria-pressed={on}
      // The words stay selected while the button is pressed
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}

type LinkFormProps = { readonly editor: Editor; readonly onDone: () => void };

function LinkForm({ editor, onDone }: LinkFormProps): ReactNode {
  const words = useTranslations("article");
  const [refused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const href = safeHref(new FormData(event.currentTarget).get("href"));
    setRefused(href === null);
    if (href === null) return;
    editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
    onDone();
  };
  return (
    <form onSubmit={onSubmit} className="article-link-form">
      <input
        name="href"
        type="text"
        inputMode="url"
        placeholder="https://"
        aria-label={words("link-address")}
        aria-invalid={refused}
        aria-describedby={refused ? "link-refused" : undefined}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody pressed "Link"
        autoFocus
      />
      {refused && (
        <span id="link-refused" role="alert">
          {words("link-refused")}
        </span>
      )}
    </form>
  );
}

/** Renders anew whenever the editor's state changes. */
function useEditorState(editor: Editor): void {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on("transaction", listener);
      return () => {
        editor.off("transaction", listener);
      };
    },
    [editor],
  );
  useSyncExternalStore(subscribe, () => editor.state);
}
