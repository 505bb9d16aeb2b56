// The editor's schema: exactly the nodes and marks that an article may be made of.

import type { Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { safeHref } from "#domain/link.ts";
import { LINK_REL } from "./article-marks.ts";

/** The extensions for writing; a binding comes beside them. */
export function articleExtensions(): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      link: {
        openOnClick: false,
        HTMLAttributes: { target: "_blank", rel: LINK_REL, class: null },
        isAllowedUri: (href) => safeHref(href) !== null,
      },
    }),
  ];
}
