// Up and down, for what stands in a list: by button, and by key from anywhere in its line.

import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";

type MoveButtonsProps = {
  /** What moves. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const words = useTranslations("scheme");
  return (
    <>
      <Button
        look="icon"
        aria-label={words("move-up", { label: name })}
        aria-disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size={16} aria-hidden />
      </Button>
      <Button
        look="icon"
        aria-label={words("move-down", { label: name })}
        aria-disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ArrowDown size={16} aria-hidden />
      </Button>
    </>
  );
}

/** Hears Alt with an arrow up or down. */
export const moveByKey =
  (onMove: MoveButtonsProps["onMove"]) =>
  (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
