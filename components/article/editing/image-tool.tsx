// The window in which an image is chosen and described; with an image selected, in which it is changed.

import type { Editor } from "@tiptap/core";
import { Image } from "lucide-react";
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { imageAttributes } from "../article-elements.ts";
import { PICTURE_TYPES, type Picture, type PictureRefusal, readPicture } from "./picture-file.ts";
import { ToolButton } from "./tool-button.tsx";

type ImageToolProps = { readonly editor: Editor };

export function ImageTool({ editor }: ImageToolProps): ReactNode {
  const words = useTranslations("article");
  const [open, setOpen] = useState(false);
  const isOn = editor.isActive("image");
  return (
    <>
      <ToolButton
        label={words(isOn ? "change-image" : "insert-image")}
        icon={Image}
        on={isOn}
        press={() => setOpen(true)}
      />
      {open && <ImageDialog editor={editor} onClose={() => setOpen(false)} />}
    </>
  );
}

type ImageDialogProps = ImageToolProps & { readonly onClose: () => void };

function ImageDialog({ editor, onClose }: ImageDialogProps): ReactNode {
  const words = useTranslations("article");
  const [known] = useState(() => (editor.isActive("image") ? editor.getAttributes("image") : null));
  const { picture, refusal, busy, choose } = usePicture();
  const shown = picture ?? (known && imageAttributes(known));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const alt = String(said.get("alt")).trim() || null;
    const caption = String(said.get("caption")).trim() || null;
    const attrs = { ...known, ...picture, alt, caption };
    onClose();
    if (known) editor.chain().focus().updateAttributes("image", attrs).run();
    else editor.chain().focus().insertContent({ type: "image", attrs }).run();
  };
  return (
    <Dialog title={words(known ? "change-image" : "insert-image")} onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        {shown && (
          // biome-ignore lint/performance/noImgElement: the picture is in its address, there is nothing to load
          <img alt="" src={shown.src} className="max-h-48 self-center rounded-sm object-contain" />
        )}
        <TextField
          type="file"
          label={words("image-file")}
          hint={busy ? words("image-preparing") : words("image-file-hint")}
          error={refusal && words(refusal)}
          accept={PICTURE_TYPES}
          required={known === null}
          onChange={choose}
        />
        <TextField
          label={words("image-alt")}
          hint={words("image-alt-hint")}
          name="alt"
          dir="auto"
          maxLength={500}
          defaultValue={textOf(known?.alt)}
        />
        <TextField
          label={words("image-caption")}
          name="caption"
          dir="auto"
          maxLength={500}
          defaultValue={textOf(known?.caption)}
        />
        <Button type="submit" look="filled" disabled={!shown || busy} className="self-start">
          {words(known ? "image-save" : "image-insert")}
        </Button>
      </form>
    </Dialog>
  );
}

/** The picture in the file that was chosen last. */
function usePicture() {
  const [picture, setPicture] = useState<Picture | null>(null);
  const [refusal, setRefusal] = useState<PictureRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (!file) return;
    setBusy(true);
    const read = await readPicture(file);
    setBusy(false);
    setPicture(typeof read === "string" ? null : read);
    setRefusal(typeof read === "string" ? read : null);
  };
  return { picture, refusal, busy, choose };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
