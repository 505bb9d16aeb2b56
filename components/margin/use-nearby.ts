// The notes near the window, in React.

import { type RefObject, useLayoutEffect, useState } from "react";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { type Readable, Store } from "../session/store.ts";
import { useReadable } from "../session/use-readable.ts";
import { type Nearby, NearbyNotes, NO_NOTES } from "./nearby-notes.ts";

export type NearbyProps = {
  readonly index: AnnotationIndex;
  readonly geometry: RefObject<ArticleGeometry | null>;
  /** The element around the article. */
  readonly article: RefObject<HTMLElement | null>;
  /** Changes whenever lines may have moved. */
  readonly layout: Readable<unknown>;
  /** Whether an annotation passes the filters. */
  readonly shows: (annotation: Annotation) => boolean;
  readonly selected: string | null;
};

const NOTHING: Readable<Nearby> = new Store(NO_NOTES);

export function useNearby(props: NearbyProps): Nearby {
  const { index, geometry, article, layout, shows, selected } = props;
  const [notes, setNotes] = useState<NearbyNotes | null>(null);
  useLayoutEffect(() => {
    const made = new NearbyNotes({
      ...{ index, layout },
      geometry: () => geometry.current,
      box: () => article.current && boxOf(article.current),
    });
    setNotes(made);
    return () => made.destroy();
  }, [index, geometry, article, layout]);
  useLayoutEffect(() => notes?.show({ shows, selected }), [notes, shows, selected]);
  return useReadable(notes?.nearby ?? NOTHING);
}

/** The height is not that of what is around the article, which grows with the margin. */
function boxOf(around: HTMLElement): { top: number; height: number } {
  const { top } = around.getBoundingClientRect();
  return { top, height: around.querySelector<HTMLElement>(".article")?.offsetHeight ?? 0 };
}
