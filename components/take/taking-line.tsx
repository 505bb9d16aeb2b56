// How far a download is, with the way out of it, and what came of it; `children` begin one.

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Taking } from "./use-taking.ts";

type TakingLineProps = {
  readonly taking: Taking;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

export function TakingLine({ taking, onCancel, children }: TakingLineProps) {
  const words = useTranslations("take");
  const ui = useTranslations("ui");
  const sizeOf = useSizeWords();
  const { state } = taking;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-10 flex-wrap items-center gap-2">
        {state === "under-way" ? (
          <>
            <Button className="h-10" onClick={onCancel}>
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
      <p role="status" className="wrap-anywhere empty:hidden">
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
