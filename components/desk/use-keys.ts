// Listens to the keyboard and does what was meant.

import { useEffect } from "react";
import type { Scheme } from "#domain/scheme.ts";
import type { ArticleSession } from "../session/article-session.ts";
import type { Acts } from "./acts.ts";
import type { DeskState } from "./desk-state.ts";
import { type Command, commandOf, type Situation, type Spot } from "./keys.ts";

type KeyDesk = {
  readonly session: ArticleSession;
  readonly scheme: Scheme;
  readonly state: () => DeskState;
  readonly acts: Acts;
  /** Gives the focus to the menu at the selection. */
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  readonly onList: () => void;
};

/** `desk` must stay the same object while nothing in it changes. */
export function useKeys(desk: KeyDesk): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Escape closes what lies over the page first
      if (event.defaultPrevented || (event.key === "Escape" && isCovered())) return;
      const situation = situationOf(desk.session, desk.state());
      const { code, key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
      const pressed = { code, key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing };
      const spot = spotOf(event.target, situation.editing);
      const command = commandOf(desk.scheme, { ...pressed, spot }, situation);
      if (command === null) return;
      if (command.do !== "clear") event.preventDefault();
      run(desk, command);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [desk]);
}

const isCovered = (): boolean => document.querySelector(":popover-open, dialog[open]") !== null;

function situationOf(
  session: ArticleSession,
  { selection, selected, editing }: DeskState,
): Situation {
  const placed = selected === null ? null : session.index.get(selected);
  const own = placed?.annotation.author === session.me.id;
  return {
    selection: selection !== null && session.role !== "viewer",
    focused: placed === null ? null : own ? "own" : "other",
    editing,
  };
}

/** Where a key was pressed. The text counts as a field only while it is edited. */
function spotOf(target: EventTarget | null, editing: boolean): Spot {
  if (!(target instanceof HTMLElement)) return "page";
  const control = target.closest("button, a, summary");
  if (!control && target.closest("[data-article]")) return editing ? "field" : "article";
  if (target.isContentEditable || target.matches("input, textarea, select")) return "field";
  // a panel over the page keeps its keys to itself
  if (target.closest("[popover], dialog")) return "field";
  if (target.closest("[data-card]")) return "card";
  return control ? "control" : "page";
}

function run({ acts, onMenu, onHelp, onList }: KeyDesk, command: Command): void {
  const deeds: Readonly<Record<Exclude<Command["do"], "mark" | "label">, () => void>> = {
    repeat: acts.repeat,
    menu: onMenu,
    clear: acts.clear,
    undo: acts.undo,
    redo: acts.redo,
    remove: acts.removeFocused,
    note: acts.writeNote,
    next: () => acts.step(1),
    previous: () => acts.step(-1),
    help: onHelp,
    focus: acts.toggleFocus,
    list: onList,
  };
  if (command.do === "mark") acts.mark(command.kind);
  else if (command.do === "label") acts.label(command.digit);
  else deeds[command.do]();
}
