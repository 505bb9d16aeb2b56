// The text as it will be, block by block, each of which can be left out.

import { type KeyboardEvent, memo, useCallback } from "react";
import { useTranslations } from "use-intl";
import { headlineAt, headlineOf } from "#domain/article/headline.ts";
import { directionOf } from "#domain/language-direction.ts";
import { ArticleNodes } from "../article/article-nodes.tsx";

import { UndoButtons } from "../ui/undo-buttons.tsx";
import type { Draft, Ready } from "./arrival.ts";
import { PreviewBlock } from "./preview-block.tsx";
import { redo, type Trim, toggle, undo } from "./trim.ts";

type TrimmingProps = Pick<Ready, "came"> &
  Omit<Draft, "byline" | "source"> & {
    /** Stays the same function. */
    readonly onEdit: (edit: (draft: Draft) => Draft) => void;
  };

/** Drawn anew only when something about it changes: a text may have thousands of blocks. */
export const Trimming = memo(({ came, title, trim, language, onEdit }: TrimmingProps) => {
  const words = useTranslations("intake");
  const step = useCallback(
    (edit: (trim: Trim) => Trim) => onEdit((now) => ({ ...now, trim: edit(now.trim) })),
    [onEdit],
  );
  const onToggle = useCallback(
    (index: number, through: boolean) => step((now) => toggle(now, index, through)),
    [step],
  );
  const { nodes, above } = headed(came, title.trim());
  return (
    <section aria-label={words("text-as-it-will-be")}>
      <TrimBar blocks={nodes.length} trim={trim} onStep={step} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what can be pressed inside is, and takes these keys along */}
      <div
        lang={language || undefined}
        dir={directionOf(language)}
        onKeyDown={(event) => stepByKey(event, step)}
      >
        {above && (
          <div className="article py-1 ps-11">
            <ArticleNodes nodes={[above]} preview />
          </div>
        )}
        {nodes.map((node, index) => (
          <PreviewBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is what names a block, and none moves
            key={index}
            {...{ node, index, onToggle }}
            text={came.blocks[index]?.text ?? ""}
            isOut={trim.out.has(index)}
          />
        ))}
      </div>
    </section>
  );
});

/** The blocks under the title that somebody gives: their headline says it, or else it stands `above` them. */
function headed({ title, content }: Ready["came"], wanted: string) {
  if (wanted === "" || wanted === title) return { nodes: content, above: null };
  const at = headlineAt(content, title);
  const headline = headlineOf(wanted);
  return at === -1
    ? { nodes: content, above: headline }
    : { nodes: content.with(at, headline), above: null };
}

type TrimBarProps = {
  readonly blocks: number;
  readonly trim: Trim;
  readonly onStep: (edit: (trim: Trim) => Trim) => void;
};

function TrimBar({ blocks, trim, onStep }: TrimBarProps) {
  const words = useTranslations("intake");
  return (
    <div className="top-0 z-10 flex items-center gap-2 border-rule border-b bg-paper py-2 [@media(min-height:32rem)]:sticky">
      <div className="min-w-0 grow">
        <p role="status" className="font-medium tabular-nums">
          {trim.out.size === 0
            ? words("all-kept", { count: blocks })
            : words("left-out", { count: trim.out.size, of: blocks })}
        </p>
        <p className="text-muted text-sm">
          {words("trim-hint")}{" "}
          <span className="pointer-coarse:hidden">{words("trim-hint-shift")}</span>
        </p>
      </div>
      <UndoButtons
        undo={{
          name: words("undo"),
          can: trim.before.length > 0,
          onClick: () => onStep(undo),
        }}
        redo={{
          name: words("redo"),
          can: trim.after.length > 0,
          onClick: () => onStep(redo),
        }}
      />
    </div>
  );
}

function stepByKey(event: KeyboardEvent, step: TrimBarProps["onStep"]): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  step(key === "y" || event.shiftKey ? redo : undo);
}
