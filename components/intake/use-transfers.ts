// What is dropped or pasted anywhere on the page.

import { useEffect, useEffectEvent, useState } from "react";
import { type Given, givenOfTransfer } from "./given.ts";

/** Hands over all that arrives so. Returns whether a hand that holds something is over the page. */
export function useTransfers(onGive: (given: readonly Given[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const give = useEffectEvent((transfer: DataTransfer | null, event: Event) => {
    const given = transfer === null ? [] : givenOfTransfer(transfer);
    if (given.length === 0) return;
    event.preventDefault();
    onGive(given);
  });
  useEffect(() => {
    const leaving = new AbortController();
    const on = <Name extends "dragover" | "dragleave" | "drop" | "paste">(
      name: Name,
      listen: (event: DocumentEventMap[Name]) => void,
    ): void => document.addEventListener(name, listen, { signal: leaving.signal });
    on("dragover", (event) => {
      if (isForField(event)) return;
      event.preventDefault(); // or nothing could be dropped
      setOver(true);
    });
    on("dragleave", ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on("drop", (event) => {
      setOver(false);
      if (!isForField(event)) give(event.dataTransfer, event);
    });
    on("paste", (event) => {
      if (!isTyped(event)) give(event.clipboardData, event);
    });
    return () => leaving.abort();
  }, []);
  return isOver;
}

/** Whether words are dragged into a field: that takes them itself. */
const isForField = ({ dataTransfer, target }: DragEvent): boolean =>
  !dataTransfer?.types.includes("Files") && fieldOf(target) !== null;

/** Whether what is pasted belongs to what stands in a field already, or is nothing but letters. */
function isTyped({ clipboardData, target }: ClipboardEvent): boolean {
  const field = fieldOf(target);
  if (field === null || clipboardData === null) return false;
  const isEmptyText = field instanceof HTMLTextAreaElement && field.value === "";
  const isMore = clipboardData.files.length > 0 || clipboardData.getData("text/html") !== "";
  return !(isEmptyText && isMore);
}

const fieldOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest("input, textarea, select") : null;
