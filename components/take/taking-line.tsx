// The button that begins a download, how far it is, with the way out of it, and what came of it.

import { type ReactNode, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Taking } from "./use-taking.ts";

type TakingLineProps = {
  readonly taking: Taking;
  readonly begin: () => void;
  readonly onCancel: () => void;
  /** What the button says that begins it. */
  readonly does: string;
  readonly look: "filled" | "plain";
  /** What stands beside it while nothing is under way. */
  readonly children?: ReactNode;
};

export function TakingLine({ taking, begin, onCancel, does, look, children }: TakingLineProps) {
  const words = useTranslations("take");
  const ui = useTranslations("ui");
  const sizeOf = useSizeWords();
  const button = useRef<HTMLButtonElement>(null);
  const { state } = taking;
  const isUnderWay = state === "under-way";
  const cancel = (): void => {
    onCancel();
    button.current?.focus(); // this button goes
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-10 flex-wrap items-center gap-2">
        <Button
          ref={button}
          look={look}
          aria-disabled={isUnderWay}
          onClick={() => isUnderWay || begin()}
        >
          {does}
        </Button>
        {isUnderWay ? (
          <>
            <Button look="quiet" className="h-10" onClick={cancel}>
              {ui("cancel")}
            </Button>
            <span className="text-muted tabular-nums">
              {taking.bytes === 0
                ? words("begun")
                : words("so-far", { size: sizeOf(taking.bytes) })}
            </span>
          </>
        ) : (
          children
        )}
      </div>
      <p role="status" className="wrap-anywhere">
        {isUnderWay && <span className="sr-only">{words("begun")}</span>}
        {state === "taken" && words("taken", { name: taking.name, size: sizeOf(taking.bytes) })}
      </p>
      <Wrong sentence={state === "refused" ? taking.sentence : null} />
    </div>
  );
}

/** Bytes as people read them. */
function useSizeWords(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [unit, size] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
    return format.number(bytes / size, { style: "unit", unit, maximumFractionDigits: 1 });
  };
}
