// The replies to an annotation, the oldest first, and the field for one's own.

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";
import type { ToldReply } from "#domain/talk/talk-index.ts";
import type { MarginProps } from "../margin/margin-props.ts";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";
import { CardReply } from "./card-reply.tsx";
import { focusCard, replyFieldId } from "./focus-card.ts";
import { leadsTo } from "./linked-reply.ts";
import { ReplyField } from "./reply-field.tsx";
import type { TalkDesk } from "./talk-desk.ts";

/** How many replies are shown at first. One more is shown, too: a button for one alone would gain nothing. */
const SHOWN = 5;

type CardThreadProps = {
  readonly replies: readonly ToldReply[];
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
  readonly maySpeak: boolean;
};

export function CardThread({ replies, desk, people, maySpeak }: CardThreadProps) {
  const words = useTranslations("talk");
  const [all, setAll] = useState(false);
  const more = replies.length - SHOWN;
  const folded = all || more <= 1 || replies.slice(0, more).some(leadsTo) ? 0 : more;
  if (replies.length === 0) return null;
  return (
    <>
      {folded > 0 && (
        <Button look="quiet" className="-ms-2 self-start" onClick={() => setAll(true)}>
          {words("earlier-replies", { count: folded })}
        </Button>
      )}
      <ol aria-label={words("replies")} className="flex flex-col gap-3">
        {replies.slice(folded).map((reply) => (
          <CardReply
            key={`${reply.author}/${reply.id}`}
            reply={reply}
            desk={desk}
            people={people}
            own={maySpeak && reply.author === desk.me.id}
          />
        ))}
      </ol>
    </>
  );
}

type NewReplyProps = Pick<CardThreadProps, "desk" | "people"> & {
  /** The reference of the annotation. */
  readonly to: string;
};

export function NewReply({ to, desk, people }: NewReplyProps) {
  const words = useTranslations("talk");
  const { showWriting } = desk.hand;
  useEffect(() => () => showWriting(null), [showWriting]);
  return (
    <ReplyField
      id={replyFieldId(to)}
      name={words("reply")}
      send={words("reply")}
      draft={to}
      desk={desk}
      people={people}
      onSend={(saying) => desk.hand.reply(to, saying)}
      onWriting={(isWriting) => showWriting(isWriting ? to : null)}
      onLeave={() => focusCard(to)}
    />
  );
}

/** Who is writing a reply right now; nothing while nobody is. */
export function Replying({ writers }: { readonly writers: readonly Person[] }) {
  const words = useTranslations("talk");
  const [first] = writers;
  if (!first) return null;
  const { name } = first;
  return (
    <p className="text-muted text-sm">
      {writers.length === 1
        ? words.rich("is-replying", { name, bdi })
        : words.rich("are-replying", { name, count: writers.length - 1, bdi })}
    </p>
  );
}
