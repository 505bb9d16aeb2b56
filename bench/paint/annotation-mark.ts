// An annotation as a mark in the text, which may overlap others of its kind: what most editors do.

import { Mark } from "@tiptap/core";

export const annotationMark = Mark.create({
  name: "annotation",
  excludes: "",
  inclusive: false,
  addAttributes: () => ({ id: { default: "" }, kind: { default: "" } }),
  renderHTML: ({ mark }) => ["mark", { class: mark.attrs.kind, "data-id": mark.attrs.id }, 0],
});
