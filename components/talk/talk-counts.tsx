// How much was said about an annotation, on the card of one that is not selected.

import {
  AtSign,
  Check,
  CircleQuestionMark,
  MessageCircle,
  ThumbsDown,
  ThumbsUp,
} from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { VOTES, type Vote } from "#domain/talk/talk.ts";
import { shownReplies, type Talk } from "#domain/talk/talk-index.ts";
import { classes } from "../ui/classes.ts";

const ICONS = { agree: ThumbsUp, disagree: ThumbsDown, unsure: CircleQuestionMark } as const;

/** Nothing at all while nothing was said. */
export function TalkCounts({ talk, me }: { readonly talk: Talk; readonly me: string }) {
  const words = useTranslations("talk");
  const { votes, resolved } = talk;
  const replies = shownReplies(talk);
  if (replies.length === 0 && votes.length === 0 && resolved === null) return null;
  const mentioned = replies.some(({ mentions }) => mentions.includes(me));
  return (
    <p className="flex flex-wrap items-center gap-x-3 pt-2 text-muted text-xs">
      {resolved && (
        <span className="flex items-center gap-1">
          <Check size={14} aria-hidden />
          {words("is-resolved")}
        </span>
      )}
      {replies.length > 0 && (
        <Count
          icon={<MessageCircle size={14} aria-hidden />}
          count={replies.length}
          name={words("reply-count", { count: replies.length })}
          className={mentioned ? "font-medium text-accent" : ""}
        >
          {mentioned && (
            <>
              <AtSign size={12} aria-hidden />
              <span className="sr-only">{words("mentions-you")}</span>
            </>
          )}
        </Count>
      )}
      <VoteCounts votes={votes} />
    </p>
  );
}

function VoteCounts({ votes }: Pick<Talk, "votes">) {
  const words = useTranslations("talk");
  const counts = Map.groupBy(votes, ({ vote }) => vote);
  const count = (vote: Vote): number => counts.get(vote)?.length ?? 0;
  return VOTES.map((vote) => {
    const Icon = ICONS[vote];
    return count(vote) === 0 ? null : (
      <Count
        key={vote}
        icon={<Icon size={14} aria-hidden />}
        count={count(vote)}
        name={words(`${vote}-count`, { count: count(vote) })}
      />
    );
  });
}

type CountProps = {
  readonly icon: ReactNode;
  readonly count: number;
  /** What the number means, for those who do not see the icon. */
  readonly name: string;
  readonly className?: string;
  readonly children?: ReactNode;
};

function Count({ icon, count, name, className, children }: CountProps) {
  const format = useFormatter();
  return (
    <span title={name} className={classes("flex items-center gap-1", className)}>
      {icon}
      <span aria-hidden>{format.number(count)}</span>
      <span className="sr-only">{name}</span>
      {children}
    </span>
  );
}
