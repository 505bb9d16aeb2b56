"use client";
// The article in the page: the server's HTML first, the live text once it has arrived.

import {
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { ArticleSession, Participant } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { Inside } from "../ui/inside.tsx";
import { patiently } from "../ui/patiently.ts";
import { ArticleStage } from "./article-stage.ts";
import type { ArticleGeometry, ArticleViewProps } from "./article-view-props.ts";
import { SelectionFlags } from "./selecting/selection-flags.tsx";
import type { EditedArticle } from "./writer.ts";

const EditingToolbar = lazy(() =>
  patiently(async () => ({
    default: (await import("./editing/editing-toolbar.tsx")).EditingToolbar,
  })),
);

const NO_GEOMETRY: ArticleGeometry = {
  topOf: () => null,
  boxes: () => [],
  blocksNear: () => ({ from: 0, until: 0 }),
  topsIn: (_block, offsets) => offsets.map(() => null),
  focus: () => {},
  reveal: () => {},
  clearSelection: () => {},
};

/** Shows the article of a session, and tells what a reader points at, clicks and selects in it. */
export function ArticleView(props: ArticleViewProps): ReactNode {
  const { session, editing, shows, look, hovered, selected, found } = props;
  const { geometry, frame, toolbar } = props;
  const { stage, editor } = useStage(props);
  const loaded = useReadable(session.loaded);
  const others = useOthers(session, props.showsOthers);

  // before anything is painted
  useEffect(() => stage?.filter(shows), [stage, shows]);
  useEffect(() => stage?.colour(look), [stage, look]);

  useEffect(() => {
    if (loaded) void stage?.show(editing ? "writing" : "reading");
  }, [stage, loaded, editing]);

  useEffect(
    () => stage?.emphasize({ hovered, selected, found, others }),
    [stage, hovered, selected, found, others],
  );

  const { description } = props;
  const details = useReadable(props.details);
  useEffect(
    () => stage?.tell({ selected, description, details }),
    [stage, selected, description, details],
  );

  useImperativeHandle(geometry, () => stage?.geometry ?? NO_GEOMETRY, [stage]);

  return (
    <>
      <Inside of={toolbar}>
        <Suspense>{editor && <EditingToolbar editor={editor} />}</Suspense>
      </Inside>
      <Inside of={frame}>{stage && <SelectionFlags others={others} stage={stage} />}</Inside>
    </>
  );
}

/** The stage of a session, and the editor while somebody edits. */
function useStage(props: ArticleViewProps) {
  const { session, frame } = props;
  const latest = useRef(props);
  const [stage, setStage] = useState<ArticleStage | null>(null);
  const [editor, setEditor] = useState<EditedArticle["editor"] | null>(null);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    if (frame.current === null) return;
    const made = new ArticleStage(frame.current, session, () => ({
      ...latest.current,
      onLive: () => flushSync(() => latest.current.onLive(true)),
      onEditor: setEditor,
    }));
    setStage(made);
    return () => {
      setStage(null);
      setEditor(null);
      made.destroy();
      latest.current.onLive(false);
    };
  }, [frame, session]);

  return { stage, editor };
}

/** Everyone else who is here and has something selected; nobody unless `shown`. */
function useOthers({ me, participants: readable }: ArticleSession, shown: boolean) {
  const participants = useReadable(readable);
  return useMemo(
    () =>
      participants.flatMap(({ person, here, selection }: Participant) =>
        shown && here && selection !== null && person.id !== me.id
          ? [{ id: person.id, name: person.name, colour: person.colour, range: selection }]
          : [],
      ),
    [participants, me, shown],
  );
}
