// What people think of an annotation: three buttons with counts, and who it was on pointing at one.

import { Check } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { VOTES, type Vote } from "#domain/talk/talk.ts";
import type { Talk } from "#domain/talk/talk-index.ts";
import { Face } from "../margin/face.tsx";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { classes } from "../ui/classes.ts";

type CardVotesProps = {
  readonly votes: Talk["votes"];
  readonly me: string;
  readonly people: MarginProps["people"];
  /** Null where somebody may only look: at one's own annotation, or as a viewer. */
  readonly onVote: ((vote: Vote | null) => void) | null;
};

export function CardVotes({ votes, me, people, onVote }: CardVotesProps) {
  const words = useTranslations("talk");
  const [pointed, setPointed] = useState<Vote | null>(null);
  const voters = Map.groupBy(votes, ({ vote }) => vote);
  const mine = votes.find(({ author }) => author === me)?.vote ?? null;
  return (
    <div
      role="toolbar"
      aria-label={words(onVote ? "votes" : "votes-own")}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={(event) => {
        walkWithArrows(event);
        if (event.key !== "Escape" || pointed === null) return;
        event.stopPropagation();
        setPointed(null);
      }}
      className="relative z-10 -ms-2 flex flex-wrap"
    >
      {VOTES.map((vote) => (
        <VoteButton
          key={vote}
          vote={vote}
          voters={(voters.get(vote) ?? []).map(({ author }) => author)}
          pressed={mine === vote}
          people={people}
          onPress={onVote && (() => onVote(mine === vote ? null : vote))}
          onPoint={setPointed}
        />
      ))}
      {pointed && (
        <Voters ids={(voters.get(pointed) ?? []).map(({ author }) => author)} people={people} />
      )}
    </div>
  );
}

type VoteButtonProps = {
  readonly vote: Vote;
  /** User ids. */
  readonly voters: readonly string[];
  readonly pressed: boolean;
  readonly people: MarginProps["people"];
  readonly onPress: (() => void) | null;
  readonly onPoint: (vote: Vote | null) => void;
};

function VoteButton({ vote, voters, pressed, people, onPress, onPoint }: VoteButtonProps) {
  const words = useTranslations("talk");
  const margin = useTranslations("margin");
  const format = useFormatter();
  const names = voters.map((id) => personOf(margin, people, id).name);
  return (
    <button
      type="button"
      aria-pressed={onPress ? pressed : undefined}
      aria-disabled={onPress ? undefined : true}
      aria-description={format.list(names, { type: "unit" })}
      onClick={() => onPress?.()}
      onPointerEnter={() => onPoint(vote)}
      onFocus={() => onPoint(vote)}
      onBlur={() => onPoint(null)}
      className={classes(
        "flex h-8 items-center gap-1.5 rounded-md px-2 text-sm pointer-coarse:h-11",
        onPress ? "hover:bg-sunken hover:text-ink" : "cursor-default!",
        pressed ? "font-medium text-accent" : "text-muted",
      )}
    >
      {pressed && <Check size={14} aria-hidden />}
      {words(`vote-${vote}`)}
      {voters.length > 0 && <span>{format.number(voters.length)}</span>}
    </button>
  );
}

/** Drawn for the eye: the buttons themselves tell it to those who listen. */
function Voters({
  ids,
  people,
}: Pick<CardVotesProps, "people"> & { readonly ids: readonly string[] }) {
  const margin = useTranslations("margin");
  if (ids.length === 0) return null;
  return (
    <ul
      aria-hidden="true"
      className="absolute inset-x-0 top-full flex max-h-48 starting:opacity-0 transition-opacity delay-200 flex-wrap gap-x-3 gap-y-1 overflow-y-auto rounded-md border border-rule bg-raised p-2 text-sm shadow-float"
    >
      {ids.map((id) => {
        const person = personOf(margin, people, id);
        return (
          <li key={id} className="flex min-w-0 items-center gap-1.5">
            <Face person={person} className="size-5" />
            <bdi className="truncate">{person.name}</bdi>
          </li>
        );
      })}
    </ul>
  );
}
