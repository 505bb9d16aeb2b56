// The words of a reply, with the people whom it mentions.

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "#domain/person.ts";
import { splitMentions } from "#domain/talk/mention.ts";
import type { Reply } from "#domain/talk/talk.ts";
import type { MarginProps } from "../margin/margin-props.ts";
import { classes } from "../ui/classes.ts";

/** From how many UTF-16 units or lines on a reply is cut until somebody wants all of it. */
const LONG = { units: 600, lines: 10 } as const;

type ReplyTextProps = {
  readonly reply: Reply;
  readonly me: Person;
  readonly people: MarginProps["people"];
};

export function ReplyText({ reply: { text, mentions }, me, people }: ReplyTextProps) {
  const words = useTranslations("talk");
  const [whole, setWhole] = useState(false);
  const isLong = text.length > LONG.units || text.split("\n").length > LONG.lines;
  const mentioned = mentions.flatMap((id) => people.get(id) ?? []);
  const isMe = ({ name }: Person): boolean => mentions.includes(me.id) && name === me.name;
  return (
    <>
      <p
        dir="auto"
        className={classes("wrap-anywhere whitespace-pre-wrap", isLong && !whole && "line-clamp-8")}
      >
        {splitMentions(text, mentioned).map(({ text: piece, person }, index) =>
          person === null ? (
            piece
          ) : (
            <bdi
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are in the order of the text
              key={index}
              className={classes(
                "font-medium text-accent",
                isMe(person) && "rounded-sm bg-accent px-1 text-on-accent",
              )}
            >
              {piece}
            </bdi>
          ),
        )}
      </p>
      {isLong && !whole && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="text-muted text-sm underline underline-offset-2 pointer-coarse:min-h-11"
        >
          {words("show-all")}
        </button>
      )}
    </>
  );
}
