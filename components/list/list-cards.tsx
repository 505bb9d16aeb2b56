// The list on a phone: a card for each line.

import { memo } from "react";
import { useTranslations } from "use-intl";
import { shownReplies } from "#domain/talk/talk-index.ts";
import { AuthorName } from "../margin/author-name.tsx";
import { Face } from "../margin/face.tsx";
import { LabelName } from "../margin/label-name.tsx";
import { NewSign } from "../margin/new-sign.tsx";
import { useTalk } from "../talk/use-talk.ts";
import { classes } from "../ui/classes.ts";
import { type LineProps, Since, WordsButton } from "./list-row.tsx";
import type { ListedProps } from "./note-list.tsx";
import { SectionName } from "./section-name.tsx";

export function ListCards({ sections, order, onOrder: _, ...cards }: ListedProps) {
  return (
    <div className="pb-4">
      {sections.map((section) => (
        <section key={section.entries[0]?.annotation.id}>
          {order.group !== "none" && (
            <h3 className="pt-4 pb-1 font-semibold">
              <SectionName group={order.group} section={section} scheme={cards.scheme} />
            </h3>
          )}
          <ul>
            {section.entries.map((entry) => (
              <ListCard
                key={entry.annotation.id}
                {...cards}
                entry={entry}
                selected={entry.annotation.id === cards.selected}
                current={entry.annotation.id === cards.current}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const ListCard = memo(function ListCard(props: LineProps) {
  const { entry, scheme, selected, talk } = props;
  const { annotation, author } = entry;
  const words = useTranslations("list");
  const replies = shownReplies(useTalk(talk, annotation.id));
  return (
    <li
      data-kind={annotation.kind}
      className={classes(
        "relative flex min-h-11 flex-col gap-1 border-rule border-b border-s-2 border-s-(--line) px-3 py-2",
        selected && "bg-raised",
      )}
    >
      <NewSign ids={[annotation.id]} />
      <LabelName scheme={scheme} kind={annotation.kind} label={annotation.label} />
      <WordsButton {...props} />
      {annotation.note !== "" && (
        <p dir="auto" className="wrap-anywhere line-clamp-3">
          {annotation.note}
        </p>
      )}
      <p className="flex min-w-0 items-center gap-2 text-muted text-sm">
        <Face person={author} className="size-5" />
        <AuthorName author={author} />
        {replies.length > 0 && <span>{words("replies", { count: replies.length })}</span>}
        <span className="ms-auto shrink-0 text-xs">
          <Since at={annotation.createdAt} />
        </span>
      </p>
    </li>
  );
});
