// The strip beside the scrollbar: where marks are in the whole article, and where the window is.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { Strip, type StripContent } from "./strip.ts";

type OverviewProps = StripContent & {
  readonly index: AnnotationIndex;
  readonly geometry: RefObject<ArticleGeometry | null>;
  /** The element around the article. */
  readonly article: RefObject<HTMLElement | null>;
  readonly onOpen: (id: string) => void;
};

/** For eyes and pointers only: keys and the margin lead to the same annotations. */
export function Overview(props: OverviewProps) {
  const { placed, hiddenHeats, selected, onOpen } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const pin = useRef<HTMLDivElement>(null);
  const strip = useStrip(props, { canvas, view, pin });
  useEffect(
    () => strip?.show({ placed, hiddenHeats, selected }),
    [strip, placed, hiddenHeats, selected],
  );
  return (
    <div
      aria-hidden="true"
      data-overview
      className="fixed end-0 top-(--bar) bottom-0 z-10 w-3 cursor-pointer ps-0.5 opacity-80 transition-opacity hover:opacity-100 lg:w-4 lg:pe-0.5 pointer-coarse:ps-3 pointer-coarse:w-5 print:hidden"
      onClick={({ clientY }) => {
        const nearest = strip?.nearestTo(clientY);
        if (nearest) onOpen(nearest.annotation.id);
      }}
    >
      <div className="relative size-full">
        <div
          ref={view}
          data-overview-view
          className="absolute inset-x-0 top-0 rounded-xs bg-ink/10 outline outline-ink/30 forced-colors:outline-[CanvasText]"
        />
        <canvas ref={canvas} className="absolute inset-0 size-full" />
        <div
          ref={pin}
          className="absolute -inset-x-0.5 top-0 h-0.5 bg-accent forced-colors:bg-[Highlight]"
        />
      </div>
    </div>
  );
}

type StripRefs = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: RefObject<HTMLElement | null>;
  readonly pin: RefObject<HTMLElement | null>;
};

/** The strip at work; null until it is on the page. */
function useStrip(page: OverviewProps, { canvas, view, pin }: StripRefs): Strip | null {
  const { index, geometry, article } = page;
  const [strip, setStrip] = useState<Strip | null>(null);
  useLayoutEffect(() => {
    const around = article.current;
    if (!around || !canvas.current || !view.current || !pin.current) return;
    const elements = { canvas: canvas.current, view: view.current, pin: pin.current };
    const boxes = () => geometry.current?.boxes() ?? [];
    const made = new Strip(elements, { index, article: around, boxes });
    setStrip(made);
    return () => made.destroy();
  }, [index, geometry, article, canvas, view, pin]);
  return strip;
}
