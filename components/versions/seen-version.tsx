// A new text before it is kept: what it changes, what becomes of the notes, and the choice.

import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { NoticeList } from "../intake/notice-list.tsx";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { CarryOverReport } from "./carry-over-report.tsx";
import { type ShownChange, shownChanges } from "./paragraph-changes.ts";
import { ChangeCounts, TextChanges } from "./text-changes.tsx";
import type { Proposal, Revised } from "./use-new-version.ts";

type SeenVersionProps = {
  readonly proposal: Proposal;
  readonly revised: Revised;
  /** BCP 47, or empty when it isn't known. */
  readonly language: string;
  readonly busy: boolean;
  /** Why it could not be kept just now; null: nothing is known against it. */
  readonly error: string | null;
  /** Called with the blocks that are left out. */
  readonly onKeep: (without: readonly number[]) => void;
  readonly onBack: () => void;
};

export function SeenVersion({ proposal, revised, language, ...rest }: SeenVersionProps) {
  const { busy, error, onKeep, onBack } = rest;
  const words = useTranslations("versions");
  const came = proposal.from === "import" ? proposal.came : null;
  const [left, setLeft] = useState<ReadonlySet<number>>(() => new Set(revised.left));
  const leave = useCallback(
    (block: number, isLeft: boolean) =>
      setLeft((now) =>
        isLeft ? new Set([...now, block]) : new Set([...now].filter((each) => each !== block)),
      ),
    [],
  );
  const changes = useMemo(
    () => shownChanges(revised.paragraphs, came?.blocks.map(({ text }) => text) ?? null),
    [revised, came],
  );
  const isLeft = (change: ShownChange): boolean =>
    change.what === "came" && change.block !== null && revised.left.includes(change.block);
  if (changes.every(isLeft)) {
    return (
      <>
        <p role="status">{words("nothing-changed")}</p>
        <Button className="self-start" onClick={onBack}>
          {words("back")}
        </Button>
      </>
    );
  }
  return (
    <>
      <ChangeCounts changes={changes.filter((change) => !isLeft(change))} />
      <CarryOverReport report={revised} />
      <TextChanges
        changes={changes}
        language={language}
        left={left}
        onLeave={came === null ? null : leave}
      />
      {came && <NoticeList notices={came.notices} />}
      <div className="-mx-6 -mb-6 flex flex-wrap items-center gap-2 border-rule border-t bg-raised px-6 py-4 [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:-bottom-6">
        <Wrong sentence={error} />
        <Button look="filled" disabled={busy} onClick={() => onKeep([...left])}>
          {words(busy ? "replacing" : "keep-version")}
        </Button>
        <Button className="h-10" disabled={busy} onClick={onBack}>
          {words(came === null ? "change-text" : "leave-text")}
        </Button>
      </div>
    </>
  );
}
