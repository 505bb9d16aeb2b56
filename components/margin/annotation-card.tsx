// One annotation as a card: what it is, its words, whose it is, what they noted.

import { memo, type ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme.ts";
import { classes } from "../ui/classes.ts";
import { bdi } from "../words/bdi.tsx";
import { CardActions } from "./card-actions.tsx";
import type { CardHand } from "./card-hand.ts";
import { CardNote, cardHeadId } from "./card-note.tsx";
import { Face } from "./face.tsx";
import { LabelName, nameOf } from "./label-name.tsx";
import { exactTime, relativeTime, useMinute } from "./relative-time.ts";

type AnnotationCardProps = {
  readonly annotation: Annotation;
  readonly author: Person;
  readonly mine: boolean;
  readonly selected: boolean;
  /** Whether it is chosen along with others. */
  readonly chosen: boolean;
  readonly hovered: boolean;
  /** Whether the author is writing the note right now. */
  readonly writing: boolean;
  /** One line instead of a card. */
  readonly row: boolean;
  readonly scheme: Scheme;
  readonly hand: CardHand;
};

export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const words = useTranslations("margin");
  const { annotation, author, mine, selected, chosen, hovered, row, scheme, hand } = props;
  const { id, kind, label } = annotation;
  return (
    <figure
      data-kind={kind}
      aria-label={words("annotation-by", {
        label: nameOf(scheme, kind, label),
        name: author.name,
      })}
      onPointerEnter={() => hand.point(id)}
      onPointerLeave={() => hand.point(null)}
      className={classes(
        "relative rounded-e-md border border-transparent border-s-2 border-s-(--line) px-3 py-2 transition-colors duration-150",
        selected && "border-rule bg-raised shadow-float",
        hovered && !selected && "bg-sunken",
        chosen && "outline-2 outline-accent",
      )}
    >
      <CardHead {...props}>{row ? <RowBody {...props} /> : <CardBody {...props} />}</CardHead>
      {!row && <CardFoot {...props} />}
      {(selected || hovered) && !(row && !selected) && (
        <CardActions annotation={annotation} mine={mine} scheme={scheme} hand={hand} />
      )}
    </figure>
  );
});

/** The button that spans the whole card; what else can be pressed stands above it. */
function CardHead({
  annotation: { id },
  selected,
  chosen,
  hand,
  children,
}: AnnotationCardProps & { readonly children: ReactNode }) {
  const words = useTranslations("margin");
  return (
    <button
      type="button"
      id={cardHeadId(id)}
      data-card={id}
      aria-current={selected}
      onClick={({ ctrlKey, metaKey, shiftKey }) => {
        if (ctrlKey || metaKey || shiftKey) hand.choose(id);
        else hand.open(id);
      }}
      onFocus={(event) => {
        // a press of the mouse focuses, too, and must not move the card before it is let go
        if (event.currentTarget.matches(":focus-visible")) hand.select(id);
      }}
      className="flex w-full flex-col gap-1 text-start after:absolute after:inset-0"
    >
      {chosen && <span className="sr-only">{words("chosen")}</span>}
      {children}
    </button>
  );
}

function RowBody({ annotation, author, scheme }: AnnotationCardProps) {
  const words = useTranslations("margin");
  const { kind, label, anchor } = annotation;
  return (
    <span className="flex w-full min-w-0 items-center gap-2">
      <span className="flex max-w-3/5 shrink-0">
        <LabelName scheme={scheme} kind={kind} label={label} />
      </span>
      <span dir="auto" className="min-w-0 grow truncate font-serif text-muted">
        {anchor.quote}
      </span>
      <span className="sr-only">{words.rich("by", { name: author.name, bdi })}</span>
      <Face person={author} className="size-5" />
    </span>
  );
}

function CardBody({ annotation, author, mine, scheme }: AnnotationCardProps) {
  const { kind, label, anchor, createdAt } = annotation;
  const locale = useLocale();
  const now = useMinute();
  return (
    <>
      <span
        className={classes(
          "flex w-full min-w-0",
          mine ? "pe-24 pointer-coarse:pe-33" : "pe-8 pointer-coarse:pe-11",
        )}
      >
        <LabelName scheme={scheme} kind={kind} label={label} />
      </span>
      <q
        dir="auto"
        className="line-clamp-2 font-serif text-base leading-5 before:content-['“'] after:content-['”']"
      >
        {anchor.quote}
      </q>
      <span className="flex w-full min-w-0 items-center gap-2 pt-1 text-muted text-sm">
        <Face person={author} className="size-5" />
        <bdi className="truncate">{author.name}</bdi>
        <time
          dateTime={new Date(createdAt).toISOString()}
          title={exactTime(createdAt, locale)}
          className="ms-auto shrink-0 text-xs"
        >
          {relativeTime(createdAt, now, locale)}
        </time>
      </span>
    </>
  );
}

function CardFoot({ annotation, author, mine, selected, writing, hand }: AnnotationCardProps) {
  const words = useTranslations("margin");
  const { id, note } = annotation;
  if (mine && selected) {
    return (
      <div className="pt-2">
        <CardNote id={id} note={note} hand={hand} />
      </div>
    );
  }
  return (
    <>
      {note !== "" && (
        <p
          dir="auto"
          className={classes("wrap-anywhere whitespace-pre-wrap pt-2", !selected && "line-clamp-6")}
        >
          {note}
        </p>
      )}
      {writing && !mine && (
        <p className="pt-1 text-muted text-sm">
          {words.rich("is-writing", { name: author.name, bdi })}
        </p>
      )}
    </>
  );
}
