"use client";
// What an editor may do to the text beside typing. It floats above the text and takes no room of it.

import type { Editor } from "@tiptap/core";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { useTranslations } from "use-intl";
import { walkWithArrows } from "../../ui/arrow-keys.ts";
import { EDITING_TOOLS } from "./editing-tools.ts";
import { ImageTool } from "./image-tool.tsx";
import { LinkTool } from "./link-tool.tsx";
import { TableTool } from "./table-tool.tsx";
import { ToolButton } from "./tool-button.tsx";

export function EditingToolbar({ editor }: { readonly editor: Editor }): ReactNode {
  const words = useTranslations("article");
  const toolbar = useRef<HTMLDivElement>(null);
  useToolStates(editor);
  useOneTabStop(toolbar);
  useWayIn(editor, toolbar);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === "Escape") editor.commands.focus();
    else walkWithArrows(event);
  };
  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={words("formatting")}
      className="article-tools"
      onKeyDown={onKeyDown}
    >
      {EDITING_TOOLS.map((group) => (
        <fieldset key={group[0]?.name}>
          {group.map(({ name, icon, keys, isOn, isReady, press }) => (
            <ToolButton
              key={name}
              label={words(name)}
              icon={icon}
              keys={keys}
              on={isOn?.(editor)}
              ready={isReady?.(editor) ?? true}
              press={() => press(editor)}
            />
          ))}
        </fieldset>
      ))}
      <fieldset>
        <LinkTool editor={editor} />
        <TableTool editor={editor} />
        <ImageTool editor={editor} />
      </fieldset>
    </div>
  );
}

/** How often the tools are looked at while somebody types, in milliseconds. */
const LOOK_EVERY = 100;

/** Renders anew when a tool applies or does not apply any more, and not at each key. */
function useToolStates(editor: Editor): void {
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const onTransaction = (): void => {
        timer ??= setTimeout(() => {
          timer = undefined;
          listener();
        }, LOOK_EVERY);
      };
      editor.on("transaction", onTransaction);
      return () => {
        clearTimeout(timer);
        editor.off("transaction", onTransaction);
      };
    },
    [editor],
  );
  useSyncExternalStore(subscribe, () => toolStates(editor));
}

/** Changes whenever a tool looks different. */
function toolStates(editor: Editor): string {
  if (editor.isDestroyed) return "";
  const tools = EDITING_TOOLS.flat().map(({ isOn, isReady }) => [
    isOn?.(editor),
    isReady?.(editor),
  ]);
  const places = ["link", "table", "image"].map((name) => editor.isActive(name));
  return [...tools.flat(), ...places].join();
}

type Toolbar = RefObject<HTMLDivElement | null>;

/** Tab leads to the tool that was used last, and on to the text; arrows lead from tool to tool. */
function useOneTabStop(toolbar: Toolbar): void {
  const last = useRef<EventTarget | null>(null);
  const mark = useCallback(() => {
    const tools = toolsIn(toolbar);
    const stop = tools.find((tool) => tool === last.current) ?? tools[0];
    for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1;
  }, [toolbar]);
  useLayoutEffect(mark);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      last.current = target;
      mark();
    };
    const element = toolbar.current;
    element?.addEventListener("focusin", onFocus);
    return () => element?.removeEventListener("focusin", onFocus);
  }, [toolbar, mark]);
}

/** Alt F10 leads from the text to the tools, as in other editors; Mod K opens the link's panel. */
function useWayIn(editor: Editor, toolbar: Toolbar): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const tools = toolsIn(toolbar);
      if (event.altKey && event.key === "F10")
        tools.find(({ tabIndex }) => tabIndex === 0)?.focus();
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        tools.find((tool) => tool.ariaKeyShortcuts?.endsWith("+K"))?.click();
      } else return;
      event.preventDefault();
    };
    const { dom } = editor.view;
    dom.addEventListener("keydown", onKey);
    return () => dom.removeEventListener("keydown", onKey);
  }, [editor, toolbar]);
}

/** The tools themselves, without what stands in the panels that they open. */
function toolsIn(toolbar: Toolbar): HTMLButtonElement[] {
  const buttons = [...(toolbar.current?.querySelectorAll("button") ?? [])];
  return buttons.filter((button) => button.closest("[popover], dialog") === null);
}
