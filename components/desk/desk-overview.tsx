// The strip beside the scrollbar, as the desk's view has it.

import { Overview } from "../overview/overview.tsx";
import type { Desk } from "./use-desk.ts";

export function DeskOverview({ desk }: { readonly desk: Desk }) {
  const { session, state, seen, geometry, article, acts } = desk;
  const { look, filter } = state.view;
  return (
    <Overview
      {...{ geometry, article }}
      index={session.index}
      placed={seen}
      hiddenHeats={look === "heat" ? filter.heats : null}
      selected={state.selected}
      onOpen={acts.open}
    />
  );
}
