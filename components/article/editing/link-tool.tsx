// The panel in which a link is made, changed and removed.

import type { Editor } from "@tiptap/core";
import { Link } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { safeHref } from "#domain/article/link.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { useToolLook } from "./tool-button.tsx";

type LinkToolProps = { readonly editor: Editor };

export function LinkTool({ editor }: LinkToolProps): ReactNode {
  const words = useTranslations("article");
  const on = editor.isActive("link");
  const look = useToolLook({ label: words("link"), icon: Link, keys: "Mod+K", on });
  return (
    <Popover label={words("link")} className="w-80 p-4" button={look}>
      {(close) => <LinkForm editor={editor} close={close} />}
    </Popover>
  );
}

type LinkFormProps = LinkToolProps & { readonly close: () => void };

function LinkForm({ editor, close }: LinkFormProps): ReactNode {
  const words = useTranslations("article");
  const [refused, setRefused] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  // the panel is drawn a moment before the browser shows it
  useEffect(() => {
    const frame = requestAnimationFrame(() => address.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const isLink = editor.isActive("link");
  const needsWords = !isLink && editor.state.selection.empty;
  const finish = (change: (editor: Editor) => void): void => {
    close();
    change(editor);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const href = hrefOf(String(said.get("href")).trim());
    setRefused(href === null);
    if (href === null) return;
    finish(() =>
      setLink(editor, href, needsWords ? String(said.get("words")).trim() || href : null),
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <TextField
        label={words("link-address")}
        name="href"
        inputMode="url"
        placeholder="https://"
        dir="ltr"
        defaultValue={safeHref(editor.getAttributes("link").href) ?? ""}
        error={refused ? words("link-refused") : null}
        ref={address}
      />
      {needsWords && (
        <TextField
          label={words("link-words")}
          hint={words("link-words-hint")}
          name="words"
          dir="auto"
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled" className="h-9!">
          {words("set-link")}
        </Button>
        {isLink && <Button onClick={() => finish(removeLink)}>{words("remove-link")}</Button>}
      </div>
    </form>
  );
}

/** Makes what is selected, or the link around the caret, lead to `href`; with `words` inserts these as a link. */
function setLink(editor: Editor, href: string, words: string | null): void {
  const chain = editor.chain().focus();
  if (words === null) chain.extendMarkRange("link").setLink({ href }).run();
  else {
    const marks = [{ type: "link", attrs: { href } }];
    chain.insertContent({ type: "text", text: words, marks }).run();
  }
}

const removeLink = (editor: Editor): void =>
  void editor.chain().focus().extendMarkRange("link").unsetLink().run();

/** An address as it was typed; without a beginning, `https://` is meant. */
function hrefOf(typed: string): string | null {
  return (
    safeHref(typed) ?? (/^[^\s:/]+\.[^\s:]+$/.test(typed) ? safeHref(`https://${typed}`) : null)
  );
}
