// The talk about the selected annotation: proposals, votes, replies, and settling it.

import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Deed } from "#domain/talk/article-state.ts";
import type { Talk } from "#domain/talk/talk-index.ts";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";
import { CardProposals } from "./card-proposals.tsx";
import { CardThread, NewReply, Replying } from "./card-thread.tsx";
import { CardVotes } from "./card-votes.tsx";
import { focusCard } from "./focus-card.ts";
import { leadsTo } from "./linked-reply.ts";
import { rightsAt, type TalkDesk } from "./talk-desk.ts";

export type CardTalkProps = {
  readonly annotation: Annotation;
  readonly talk: Talk;
  readonly scheme: Scheme;
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
  /** Who is writing a reply right now. */
  readonly repliers: readonly Person[];
};

export function CardTalk(props: CardTalkProps) {
  const { annotation, talk, scheme, desk, people } = props;
  const words = useTranslations("talk");
  const { resolved, proposals, replies } = talk;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const unfolded = wanted ?? replies.some(leadsTo);
  return (
    <section
      aria-label={words("talk")}
      className="relative z-10 mt-2 flex flex-col gap-2 border-rule border-t pt-2"
    >
      <CardProposals
        annotation={annotation}
        proposals={proposals}
        scheme={scheme}
        desk={desk}
        people={people}
      />
      {resolved && (
        <Resolved
          deed={resolved}
          people={people}
          unfolded={unfolded}
          onUnfold={() => setWanted(!unfolded)}
          onReopen={rightsAt(desk, annotation).resolve ? () => reopen(props) : null}
        />
      )}
      {(resolved === null || unfolded) && <OpenTalk {...props} />}
    </section>
  );
}

function reopen({ desk, annotation: { id } }: CardTalkProps): void {
  desk.hand.resolve(id, false);
  focusCard(id);
}

function OpenTalk({ annotation, talk, desk, people, repliers }: CardTalkProps) {
  const words = useTranslations("talk");
  const { id, author } = annotation;
  const { replies, votes, resolved } = talk;
  const may = rightsAt(desk, annotation);
  const mine = author === desk.me.id;
  const isBegun = replies.length + votes.length > 0;
  return (
    <>
      {(!mine || votes.length > 0) && (
        <CardVotes
          votes={votes}
          me={desk.me.id}
          people={people}
          onVote={may.speak && !mine ? (vote) => desk.hand.vote(id, vote) : null}
        />
      )}
      <CardThread replies={replies} desk={desk} people={people} maySpeak={may.speak} />
      <Replying writers={repliers} />
      {may.speak && (!mine || isBegun) && <NewReply to={id} desk={desk} people={people} />}
      {may.resolve && (!mine || isBegun) && resolved === null && (
        <Button
          look="quiet"
          className="-ms-2 self-start"
          onClick={() => {
            desk.hand.resolve(id, true);
            focusCard(id);
          }}
        >
          <Check size={16} aria-hidden />
          {words("resolve")}
        </Button>
      )}
    </>
  );
}

type ResolvedProps = {
  readonly deed: Deed;
  readonly people: MarginProps["people"];
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
  /** Null for those who may not. */
  readonly onReopen: (() => void) | null;
};

/** One quiet line in the place of a settled thread. */
function Resolved({ deed: { by, at }, people, unfolded, onUnfold, onReopen }: ResolvedProps) {
  const words = useTranslations("talk");
  const { name } = personOf(useTranslations("margin"), people, by);
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
      <Check size={16} aria-hidden className="shrink-0" />
      <span className="min-w-0 wrap-anywhere">{words.rich("resolved-by", { name, bdi })}</span>
      <Moment at={at} className="text-xs" />
      <span className="-me-2 ms-auto flex">
        <Button look="quiet" aria-expanded={unfolded} onClick={onUnfold}>
          {words(unfolded ? "fold-thread" : "show-thread")}
        </Button>
        {onReopen && (
          <Button look="quiet" onClick={onReopen}>
            {words("reopen")}
          </Button>
        )}
      </span>
    </div>
  );
}
