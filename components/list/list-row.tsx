// One line of the table. The whole line can be pressed; its button is what has the focus.

import { memo } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Vote } from "#domain/talk/talk.ts";
import { shownReplies } from "#domain/talk/talk-index.ts";
import { AuthorName } from "../margin/author-name.tsx";
import { Face } from "../margin/face.tsx";
import { LabelName } from "../margin/label-name.tsx";
import { NewSign } from "../margin/new-sign.tsx";
import { relativeTime } from "../margin/relative-time.ts";
import { useMinute } from "../margin/use-minute.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import { useTalk } from "../talk/use-talk.ts";
import { classes } from "../ui/classes.ts";
import type { Entry } from "./entry.ts";

export type LineProps = {
  readonly entry: Entry;
  readonly scheme: Scheme;
  readonly talk: ArticleTalk;
  readonly selected: boolean;
  /** Whether Tab leads to it. */
  readonly current: boolean;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

const CELL = "border-rule border-b px-2 py-1.5 align-top";

export const ListRow = memo(function ListRow(props: LineProps) {
  const { entry, scheme, selected } = props;
  const { annotation, author, status } = entry;
  const statuses = useTranslations("view");
  return (
    <tr
      data-kind={annotation.kind}
      className={classes("relative", selected ? "bg-raised" : "hover:bg-sunken")}
    >
      <th
        scope="row"
        className={classes(
          CELL,
          "text-start font-normal",
          selected && "shadow-[inset_2px_0_var(--line)] rtl:shadow-[inset_-2px_0_var(--line)]",
        )}
      >
        <NewSign ids={[annotation.id]} />
        <WordsButton {...props} />
      </th>
      <td className={CELL}>
        <LabelName scheme={scheme} kind={annotation.kind} label={annotation.label} />
      </td>
      <td className={CELL}>
        <span className="flex min-w-0 gap-2">
          <Face person={author} className="size-5" />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <AuthorName author={author} />
          </span>
        </span>
      </td>
      <td className={CELL}>
        <span dir="auto" className="wrap-anywhere line-clamp-2">
          {annotation.note}
        </span>
      </td>
      <TalkCells {...props} />
      <td className={classes(CELL, "text-muted")}>{statuses(`status-${status}`)}</td>
      <td className={classes(CELL, "text-muted")}>
        <Since at={annotation.createdAt} />
      </td>
    </tr>
  );
});

/** The annotated words, as the button that goes to them. */
export function WordsButton({ entry, selected, current, onCurrent, onOpen }: LineProps) {
  const words = useTranslations("list");
  const { id, anchor } = entry.annotation;
  return (
    <button
      type="button"
      data-row={id}
      tabIndex={current ? 0 : -1}
      aria-current={selected}
      onFocus={() => onCurrent(id)}
      onClick={() => onOpen(id)}
      className="w-full text-start after:absolute after:inset-0"
    >
      <span dir="auto" className="wrap-anywhere line-clamp-2 font-serif">
        {anchor.quote}
      </span>
      {entry.lost && <span className="text-muted text-sm">{words("lost")}</span>}
    </button>
  );
}

function TalkCells({ entry, talk }: LineProps) {
  const words = useTranslations("list");
  const format = useFormatter();
  const said = useTalk(talk, entry.annotation.id);
  const [replies, votes] = [shownReplies(said), said.votes];
  const count = (vote: Vote): number => votes.filter((each) => each.vote === vote).length;
  const counts = { agree: count("agree"), disagree: count("disagree"), unsure: count("unsure") };
  const cast = votes.length > 0 ? words("votes", counts) : undefined;
  return (
    <>
      <td className={CELL}>{replies.length > 0 && format.number(replies.length)}</td>
      <td className={CELL} title={cast}>
        {cast && (
          <>
            <span aria-hidden>{format.number(votes.length)}</span>
            <span className="sr-only">{cast}</span>
          </>
        )}
      </td>
    </>
  );
}

export function Since({ at }: { readonly at: number }) {
  const locale = useLocale();
  const now = useMinute();
  return (
    <time dateTime={new Date(at).toISOString()} title={new Date(at).toLocaleString(locale)}>
      {relativeTime(at, now, locale)}
    </time>
  );
}
