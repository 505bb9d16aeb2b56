// The selection menu, where this person may mark and there is something to mark or to label.

import type { Desk } from "../use-desk.ts";
import { MadeMentions, SelectedMentions } from "./mentions-button.tsx";
import { SelectionMenu } from "./selection-menu.tsx";

export function MarkingMenu({ desk, narrow }: { readonly desk: Desk; readonly narrow: boolean }) {
  const { session, scheme, state, dispatch, acts } = desk;
  const { selection, offer } = state;
  const made = offer && session.index.get(offer.id)?.annotation;
  const at = selection ?? (made ? offer.at : null);
  if (session.role === "viewer" || at === null || state.brush) return null;
  return (
    <SelectionMenu
      scheme={scheme}
      at={at}
      made={made && !selection ? { kind: made.kind, label: made.label, focus: offer.focus } : null}
      narrow={narrow}
      onKind={acts.mark}
      onLabel={(kind, label, byKey) => {
        if (!made) return;
        acts.relabel(made.id, { kind, label });
        // the menu goes, and the focus must not go with it
        if (byKey) acts.open(made.id);
      }}
      onClose={() => dispatch({ type: "clear" })}
      onBrush={acts.toggleBrush}
      mentions={
        made && !selection ? (
          <MadeMentions desk={desk} id={made.id} />
        ) : (
          <SelectedMentions desk={desk} />
        )
      }
    />
  );
}
