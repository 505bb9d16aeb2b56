// The article in TipTap's editor with nothing around it, bound to a Yjs document that the page fetches.
// `?text=` names the document: in one the annotations are marks, the other has none.

import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import * as Y from "yjs";
import { articleExtensions } from "../../../components/article/article-schema.ts";
import { articleFragment } from "../../../domain/article/article.ts";
import { annotationMark } from "../annotation-mark.ts";
import { connect } from "./relay.ts";

const article = new Y.Doc();
const source = new URLSearchParams(location.search).get("text") ?? "";
const answer = await fetch(source);
Y.applyUpdate(article, new Uint8Array(await answer.arrayBuffer()));

const send = connect((update) => Y.applyUpdate(article, update, connect));
article.on("update", (update, origin) => {
  if (origin !== connect) send(update);
});

new Editor({
  element: { mount: document.querySelector("article") ?? document.body },
  injectCSS: false,
  extensions: [
    ...articleExtensions(),
    annotationMark,
    Collaboration.configure({ fragment: articleFragment(article) }),
  ],
});
