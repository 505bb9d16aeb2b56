// Keeps the index of annotations in step with live layers.

import type * as Y from "yjs";
import type { AnnotationIndex } from "./annotation-index.ts";
import { refTo } from "./annotation-ref.ts";
import { readAnnotation, watchLayer } from "./layer.ts";

/** Puts in what `owner` marks in this layer from now on, by references. Returns the function that stops it. */
export function followAnnotations(index: AnnotationIndex, owner: string, layer: Y.Doc): () => void {
  return watchLayer(layer, (ids) => {
    index.together(() => {
      for (const id of ids) {
        const annotation = readAnnotation(layer, owner, id);
        const ref = refTo(owner, id);
        if (annotation) index.put({ ...annotation, id: ref });
        else index.remove(ref);
      }
    });
  });
}
