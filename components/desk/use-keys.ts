// Listens to the keyboard and does what was meant.

import { useEffect } from "react";
import type { KeyTable } from "../keys/key-table.ts";
import type { ArticleSession } from "../session/article-session.ts";
import type { Acts } from "./acts.ts";
import type { DeskState } from "./desk-state.ts";
import { type Command, commandOf, type Situation, type Spot } from "./keys.ts";

type KeyDesk = {
  readonly session: ArticleSession;
  readonly keys: KeyTable;
  /** Whether the article is written from right to left. */
  readonly rightToLeft: boolean;
  readonly state: () => DeskState;
  readonly acts: Acts;
  /** Gives the focus to the menu at the selection. */
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  readonly onList: () => void;
  readonly onCodebook: () => void;
  readonly onNextNew: () => void;
};

/** `desk` must stay the same object while nothing in it changes. */
export function useKeys(desk: KeyDesk): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Escape closes what lies over the page first
      if (event.defaultPrevented || (event.key === "Escape" && isCovered())) return;
      const situation = situationOf(desk);
      const { code, key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
      const pressed = { code, key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing };
      const spot = spotOf(event.target, situation.editing);
      const command = commandOf(desk.keys, { ...pressed, spot }, situation);
      if (command === null) return;
      if (command.do !== "clear") event.preventDefault();
      run(desk, command);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [desk]);
}

const isCovered = (): boolean => document.querySelector(":popover-open, dialog[open]") !== null;

function situationOf({ session, state, rightToLeft }: KeyDesk): Situation {
  const { selection, selected, editing, brush, chosen } = state();
  const placed = selected === null ? null : session.index.get(selected);
  const own = placed?.annotation.author === session.me.id;
  return {
    selection: selection !== null && session.role !== "viewer",
    focused: placed === null ? null : own ? "own" : "other",
    chosen: chosen.size > 0,
    brush: brush !== null,
    ...{ editing, rightToLeft },
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

/** What needs nothing but its name. */
type Plain = Exclude<Command["do"], "mark" | "label" | "brush-kind" | "adjust">;

function run(desk: KeyDesk, command: Command): void {
  const { acts, onMenu, onHelp, onList, onCodebook, onNextNew } = desk;
  const deeds: Readonly<Record<Plain, () => void>> = {
    repeat: acts.repeat,
    menu: onMenu,
    clear: acts.clear,
    undo: acts.undo,
    redo: acts.redo,
    remove: acts.removeFocused,
    note: acts.writeNote,
    reply: acts.writeReply,
    next: () => acts.step(1),
    previous: () => acts.step(-1),
    help: onHelp,
    focus: acts.toggleFocus,
    list: onList,
    codebook: onCodebook,
    "next-new": onNextNew,
    brush: acts.toggleBrush,
    mentions: acts.markMentions,
    copy: acts.copyFocused,
    link: acts.linkFocused,
    choose: acts.chooseFocused,
    "choose-all": acts.chooseAll,
  };
  if (command.do === "mark") acts.mark(command.kind);
  else if (command.do === "brush-kind") acts.takeBrush({ kind: command.kind, label: null });
  else if (command.do === "adjust") acts.adjust(command);
  else if (command.do === "label") acts.label(command.digit);
  else deeds[command.do]();
}
