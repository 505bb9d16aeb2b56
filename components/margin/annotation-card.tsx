// One annotation as a card: what it is, its words, whose it is, what they noted.

import { memo, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Hiding } from "#domain/talk/article-state.ts";
import { NO_TALK, type Talk } from "#domain/talk/talk-index.ts";
import { focusCard } from "../talk/focus-card.ts";
import { HiddenActions, HiddenLine } from "../talk/hidden-line.tsx";
import { CardTalk, EditorActions } from "../talk/late-parts.ts";
import { TalkCounts } from "../talk/talk-counts.tsx";
import { rightsAt, type TalkDesk } from "../talk/talk-desk.ts";
import { classes } from "../ui/classes.ts";
import { bdi } from "../words/bdi.tsx";
import { AuthorName } from "./author-name.tsx";
import { CardActions } from "./card-actions.tsx";
import { AttributeChips, OwnAttributes, ShownAttributes } from "./card-attributes.tsx";
import type { CardHand } from "./card-hand.ts";
import { CardNote, cardHeadId } from "./card-note.tsx";
import { Face } from "./face.tsx";
import { LabelLink } from "./label-link.tsx";
import { LabelName, nameOf } from "./label-name.tsx";
import type { MarginProps } from "./margin-props.ts";
import { Moment } from "./moment.tsx";

type AnnotationCardProps = {
  readonly annotation: Annotation;
  readonly author: Person;
  readonly mine: boolean;
  readonly selected: boolean;
  /** Whether it is chosen along with others. */
  readonly chosen: boolean;
  readonly hovered: boolean;
  /** Who is writing at it right now: the author the note, others replies. */
  readonly writers: readonly Person[];
  readonly talk: Talk;
  readonly desk: TalkDesk;
  /** Empty for a card that names nobody but its author. */
  readonly people: MarginProps["people"];
  /** One line instead of a card. */
  readonly row: boolean;
  readonly scheme: Scheme;
  readonly hand: CardHand;
};

export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const words = useTranslations("margin");
  const { annotation, author, selected, chosen, hovered, scheme, hand, talk } = props;
  const { id, kind, label } = annotation;
  return (
    <figure
      data-kind={talk.hidden ? undefined : kind}
      aria-label={words("annotation-by", {
        label: nameOf(scheme, kind, label),
        name: author.name,
      })}
      onPointerEnter={() => hand.point(id)}
      onPointerLeave={() => hand.point(null)}
      className={classes(
        "relative rounded-e-md border border-transparent border-s-2 px-3 py-2 transition-colors duration-150",
        talk.hidden ? "border-s-rule-strong" : "border-s-(--line)",
        selected && "border-rule bg-raised shadow-float",
        hovered && !selected && "bg-sunken",
        chosen && "outline-2 outline-accent",
      )}
    >
      {talk.hidden ? <HiddenCard {...props} hiding={talk.hidden} /> : <CardContent {...props} />}
    </figure>
  );
});

function CardContent(props: AnnotationCardProps) {
  const { selected, hovered, row } = props;
  return (
    <>
      <CardHead {...props}>{row ? <RowBody {...props} /> : <CardBody {...props} />}</CardHead>
      {!row && <LabelLink {...props} hasMore={hasMore(props)} />}
      {!row && <CardFoot {...props} />}
      {(selected || (hovered && !row)) && <Actions {...props} />}
    </>
  );
}

/** Folded to its reason; those who may look at it unfold it while it is selected. */
function HiddenCard(props: AnnotationCardProps & { readonly hiding: Hiding }) {
  const { annotation, selected, hiding, people, desk } = props;
  const [unfolded, setUnfolded] = useState(false);
  const open = unfolded && selected;
  return (
    <>
      <CardHead {...props}>
        <span className={open ? "pe-24 pointer-coarse:pe-33" : ""}>
          <HiddenLine hiding={hiding} people={people} />
        </span>
        {open && <CardBody {...props} />}
      </CardHead>
      {open && <CardFoot {...props} />}
      {open && <Actions {...props} />}
      {selected && (
        <HiddenActions
          may={rightsAt(desk, annotation)}
          unfolded={open}
          onUnfold={() => setUnfolded(!open)}
          onShow={() => {
            desk.hand.hide(annotation.id, null);
            focusCard(annotation.id);
          }}
        />
      )}
    </>
  );
}

/** What can be done with the annotation itself; an editor can do more with those of others. */
function Actions({ annotation, mine, scheme, hand, talk, desk }: AnnotationCardProps) {
  return (
    <CardActions annotation={annotation} mine={mine} scheme={scheme} hand={hand}>
      {!talk.hidden && rightsAt(desk, annotation).hide && (
        <EditorActions
          annotation={annotation}
          scheme={scheme}
          desk={desk}
          onOpen={() => hand.select(annotation.id)}
        />
      )}
    </CardActions>
  );
}

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

function CardBody(props: AnnotationCardProps) {
  const { annotation, author, scheme } = props;
  const { kind, label, anchor, createdAt } = annotation;
  return (
    <>
      <span
        className={classes(
          "flex w-full min-w-0",
          // what shows there is the link above it
          props.talk.hidden === null && "opacity-0",
          hasMore(props) ? "pe-24 pointer-coarse:pe-33" : "pe-8 pointer-coarse:pe-11",
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
        <AuthorName author={author} />
        <Moment at={createdAt} className="ms-auto shrink-0 text-xs" />
      </span>
    </>
  );
}

/** Whether more than one thing can be done with the card. */
const hasMore = ({ annotation, mine, talk, desk }: AnnotationCardProps): boolean =>
  talk.hidden === null && (mine || rightsAt(desk, annotation).hide);

/** The note, what the attributes say, and the talk: all of it on the selected card, a glance on the others. */
function CardFoot(props: AnnotationCardProps) {
  const { annotation, author, mine, selected, scheme, hand, talk, desk, people } = props;
  const repliers = props.writers.filter(({ id }) => id !== author.id);
  if (!selected) {
    return (
      <>
        <CardWords {...props} />
        <AttributeChips annotation={annotation} scheme={scheme} />
        <TalkCounts talk={talk} me={desk.me.id} />
      </>
    );
  }
  return (
    <>
      {mine ? (
        <div className="pt-2">
          <CardNote id={annotation.id} note={annotation.note} hand={hand} />
        </div>
      ) : (
        <CardWords {...props} />
      )}
      {mine ? (
        <OwnAttributes annotation={annotation} scheme={scheme} hand={hand} />
      ) : (
        <ShownAttributes annotation={annotation} scheme={scheme} />
      )}
      {(!mine || talk !== NO_TALK || repliers.length > 0) && (
        <CardTalk {...{ annotation, talk, scheme, desk, people, repliers }} />
      )}
    </>
  );
}

/** The note as others read it. */
function CardWords({ annotation: { note }, author, mine, selected, writers }: AnnotationCardProps) {
  const words = useTranslations("margin");
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
      {!mine && writers.some(({ id }) => id === author.id) && (
        <p className="pt-1 text-muted text-sm">
          {words.rich("is-writing", { name: author.name, bdi })}
        </p>
      )}
    </>
  );
}
