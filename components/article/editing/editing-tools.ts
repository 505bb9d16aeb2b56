// What an editor may do to the text with one press: as a button, and by keys.

import type { Editor } from "@tiptap/core";
import {
  Bold,
  CornerDownLeft,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from "lucide-react";

export type EditingTool = {
  /** Its words in the messages of the article. */
  readonly name:
    | "bold"
    | "italic"
    | "heading-1"
    | "heading-2"
    | "heading-3"
    | "bullet-list"
    | "numbered-list"
    | "quotation"
    | "line-break"
    | "undo-edit"
    | "redo-edit";
  readonly icon: LucideIcon;
  /** As the editor's own extensions bind them; `Mod` is Command on a Mac, Control elsewhere. */
  readonly keys: string;
  readonly press: (editor: Editor) => void;
  /** Whether it applies where the caret is; absent for what cannot be on or off. */
  readonly isOn?: (editor: Editor) => boolean;
  /** Whether it can do anything now; absent when it always can. */
  readonly isReady?: (editor: Editor) => boolean;
};

const heading = (level: 1 | 2 | 3, icon: LucideIcon): EditingTool => ({
  name: `heading-${level}`,
  icon,
  keys: `Mod+Alt+${level}`,
  isOn: (editor) => editor.isActive("heading", { level }),
  press: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

/** Group by group, in the order of the toolbar. */
export const EDITING_TOOLS: readonly (readonly EditingTool[])[] = [
  [
    {
      name: "bold",
      icon: Bold,
      keys: "Mod+B",
      isOn: (editor) => editor.isActive("bold"),
      press: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      name: "italic",
      icon: Italic,
      keys: "Mod+I",
      isOn: (editor) => editor.isActive("italic"),
      press: (editor) => editor.chain().focus().toggleItalic().run(),
    },
  ],
  [heading(1, Heading1), heading(2, Heading2), heading(3, Heading3)],
  [
    {
      name: "bullet-list",
      icon: List,
      keys: "Mod+Shift+8",
      isOn: (editor) => editor.isActive("bulletList"),
      press: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      name: "numbered-list",
      icon: ListOrdered,
      keys: "Mod+Shift+7",
      isOn: (editor) => editor.isActive("orderedList"),
      press: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: "quotation",
      icon: Quote,
      keys: "Mod+Shift+B",
      isOn: (editor) => editor.isActive("blockquote"),
      press: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
    {
      name: "line-break",
      icon: CornerDownLeft,
      keys: "Shift+Enter",
      press: (editor) => editor.chain().focus().setHardBreak().run(),
    },
  ],
  [
    {
      name: "undo-edit",
      icon: Undo2,
      keys: "Mod+Z",
      isReady: (editor) => editor.can().undo(),
      press: (editor) => editor.chain().focus().undo().run(),
    },
    {
      name: "redo-edit",
      icon: Redo2,
      keys: "Mod+Shift+Z",
      isReady: (editor) => editor.can().redo(),
      press: (editor) => editor.chain().focus().redo().run(),
    },
  ],
];
