// Keeps the index of annotations in step with live layers.

import type * as Y from "yjs";
import type { Annotation } from "./annotation.ts";
import type { AnnotationIndex } from "./annotation-index.ts";
import { refTo } from "./annotation-ref.ts";
import { readAnnotation, watchLayer } from "./layer.ts";
import { recordsOf } from "./layer-roots.ts";

/** Tells how an annotation of this reference lies now. */
type Place = (ref: string, annotation: Annotation) => Annotation;

/**
 * Puts in what `owner` marks in this layer from now on, by references, where `place` says that it
 * lies. Returns the function that stops it and takes all of it out again.
 */
export function followAnnotations(
  index: AnnotationIndex,
  owner: string,
  layer: Y.Doc,
  place: Place = (_, annotation) => annotation,
): () => void {
  const stop = watchLayer(layer, (ids) => {
    index.together(() => {
      for (const id of ids) {
        const annotation = readAnnotation(layer, owner, id);
        const ref = refTo(owner, id);
        if (annotation) index.put(place(ref, { ...annotation, id: ref }));
        else index.remove(ref);
      }
    });
  });
  return () => {
    stop();
    index.together(() => {
      for (const id of recordsOf(layer).keys()) index.remove(refTo(owner, id));
    });
  };
}
