// What is done with all that came: added, thrown away, or made more.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { FileButton } from "./file-button.tsx";

type AddBarProps = {
  /** How many can be added. */
  readonly ready: number;
  /** Whether others are still on their way. */
  readonly isWaiting: boolean;
  /** How many are added by now; null while nobody asked for it. */
  readonly done: number | null;
  /** What could not be added, and why. */
  readonly failed: { readonly title: string; readonly sentence: string } | null;
  readonly onChoose: (files: readonly File[]) => void;
  readonly onDiscard: () => void;
};

/** Stays in sight, and so does what it says. Its first button submits the form that it stands in. */
export function AddBar({ ready, isWaiting, done, failed, onChoose, onDiscard }: AddBarProps) {
  const words = useTranslations("intake");
  const busy = done !== null;
  return (
    <div className="bottom-0 z-10 flex flex-wrap items-center gap-2 border-rule border-t bg-paper py-3 [@media(min-height:32rem)]:sticky">
      {failed && (
        <div className="basis-full">
          {ready > 1 && (
            <p className="truncate font-medium">
              <bdi>{failed.title}</bdi>
            </p>
          )}
          <Wrong sentence={failed.sentence} />
        </div>
      )}
      <Button type="submit" look="filled" disabled={busy || isWaiting || ready === 0}>
        {done === null
          ? words("add", { count: Math.max(1, ready) })
          : words("adding", { count: ready, now: done + 1 })}
      </Button>
      <FileButton name={words("more-files")} onChoose={onChoose} />
      <Button look="quiet" disabled={busy} onClick={onDiscard} className="ms-auto">
        {words("discard")}
      </Button>
    </div>
  );
}
