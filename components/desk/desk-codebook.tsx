// The codebook beside the article, once somebody opens it, at what the selected annotation is marked as.

import { lazy, Suspense } from "react";
import { patiently } from "../ui/patiently.ts";
import type { DeskArticle } from "./desk-article.ts";
import type { Desk } from "./use-desk.ts";

const CodebookPanel = lazy(() =>
  patiently(async () => ({
    default: (await import("../codebook/codebook-panel.tsx")).CodebookPanel,
  })),
);

type DeskCodebookProps = {
  readonly desk: Desk;
  readonly article: DeskArticle;
  readonly narrow: boolean;
};

export function DeskCodebook({ desk, article, narrow }: DeskCodebookProps) {
  const { session, scheme, state, geometry, dispatch } = desk;
  const edits = session.role === "editor" || session.role === "owner";
  const selected = state.selected === null ? null : session.index.get(state.selected);
  return (
    <Suspense>
      <CodebookPanel
        {...{ scheme, narrow }}
        at={selected?.annotation ?? null}
        editAt={edits ? `/spaces/${article.space.id}/codebook` : null}
        onClose={() => {
          geometry.current?.focus();
          dispatch({ type: "codebook", open: false });
        }}
      />
    </Suspense>
  );
}
