// In the place of what the server has not told yet: why, and a way to ask again.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Asked } from "./use-asked.ts";

type UnansweredProps = { readonly asked: Pick<Asked<unknown>, "refusal" | "again"> };

/** Draws nothing while there is nothing to say. */
export function Unanswered({ asked: { refusal, again } }: UnansweredProps) {
  const words = useTranslations("ui");
  if (refusal === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Wrong sentence={refusal} />
      <Button onClick={again}>{words("try-again")}</Button>
    </div>
  );
}
