// The article on paper: the marked text, what the lines mean, and the notes by number.

import { useLayoutEffect, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { AnnotationIndex, Placed } from "#domain/annotation/annotation-index.ts";
import { type TextRange, textBetween } from "#domain/article/article-text.ts";
import type { Person } from "#domain/person.ts";
import { type KindId, kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { KindColours } from "../codebook/kind-colours.tsx";
import { Glyph, nameOf } from "../margin/label-name.tsx";
import { personOf } from "../margin/margin-props.ts";
import { bdi } from "../words/bdi.tsx";
import { markedCopy } from "./marked-copy.ts";
import { type Passage, passagesOf, type Saying, sayingsOf } from "./passages.ts";

export type PaperProps = {
  /** Null where the text begins with its own headline. */
  readonly title: string | null;
  /** Byline and source, as far as they are known. */
  readonly origin: readonly string[];
  readonly index: AnnotationIndex;
  /** The element around the article on screen, which knows its language and direction. */
  readonly around: HTMLElement;
  /** Those that pass the filter, in reading order, orphans last. */
  readonly placed: readonly Placed[];
  /** How many there are, whatever the filter. */
  readonly total: number;
  readonly scheme: Scheme;
  readonly people: ReadonlyMap<string, Person>;
};

export function Paper(props: PaperProps) {
  const { title, origin, around, placed, scheme } = props;
  const passages = passagesOf(placed);
  return (
    <div className="paper">
      <KindColours scheme={scheme}>
        {title !== null && (
          <h1 lang={around.lang} dir="auto">
            {title}
          </h1>
        )}
        {origin.length > 0 && (
          <p className="paper-origin">
            {origin.map((each) => (
              <bdi key={each}>{each}</bdi>
            ))}
          </p>
        )}
        <MarkedText {...props} passages={passages} />
        {placed.length > 0 && <Notes {...props} passages={passages} />}
      </KindColours>
    </div>
  );
}

type WithPassages = PaperProps & { readonly passages: readonly Passage[] };

function MarkedText({ around, index, placed, passages }: WithPassages) {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const article = around.querySelector<HTMLElement>(".article");
    if (!article || !text.current) return;
    const shown = new Set(placed.map(({ annotation }) => annotation.id));
    text.current.replaceChildren(markedCopy(article, index, { shown, passages }));
  });
  return <div ref={text} lang={around.lang} dir={around.dir} />;
}

function Notes(props: WithPassages) {
  const words = useTranslations("print");
  const { placed, total, scheme, passages } = props;
  const lost = placed.filter(({ range }) => range === null);
  return (
    <section className="paper-notes">
      <h2>{words("notes")}</h2>
      <Legend scheme={scheme} />
      {placed.length < total && <p>{words("filtered", { shown: placed.length, total })}</p>}
      <ol>
        {passages.map((passage) => (
          <li key={passage.number} value={passage.number}>
            <Quote {...props} range={passage.range} />
            <Sayings {...props} annotations={passage.annotations} />
          </li>
        ))}
      </ol>
      {lost.length > 0 && <Lost {...props} lost={lost.map(({ annotation }) => annotation)} />}
    </section>
  );
}

/** Which line is which kind. */
function Legend({ scheme }: { readonly scheme: Scheme }) {
  return (
    <p className="paper-legend">
      {scheme.kinds.map(({ id, name }) => (
        <span key={id}>
          <Glyph kind={id} glyph={kindOf(scheme, id).glyph} />
          <mark data-kind={id}>{name}</mark>
        </span>
      ))}
    </p>
  );
}

function Quote({ around, index, range }: WithPassages & { readonly range: TextRange }) {
  return (
    <q lang={around.lang} dir="auto">
      {textBetween(index.text, range)}
    </q>
  );
}

/** Notes whose words are not in the text any more. */
function Lost(props: WithPassages & { readonly lost: readonly Annotation[] }) {
  const words = useTranslations("margin");
  const { around, lost } = props;
  return (
    <>
      <h3>{words("lost")}</h3>
      <ul>
        {lost.map((annotation) => (
          <li key={annotation.id}>
            <q lang={around.lang} dir="auto">
              {annotation.anchor.quote}
            </q>
            <Sayings {...props} annotations={[annotation]} />
          </li>
        ))}
      </ul>
    </>
  );
}

type SayingsProps = WithPassages & { readonly annotations: readonly Annotation[] };

/** Each label with those who gave it, and what they noted. */
function Sayings({ annotations, scheme, people }: SayingsProps) {
  const words = useTranslations("margin");
  const print = useTranslations("print");
  const format = useFormatter();
  const authorOf = ({ author }: Annotation): string => personOf(words, people, author).name;
  const byName = annotations.toSorted((a, b) => authorOf(a).localeCompare(authorOf(b)));
  return sayingsOf(byName).map((saying: Saying) => (
    <div key={`${saying.kind} ${saying.label}`} className="paper-saying">
      <SayingName scheme={scheme} kind={saying.kind} label={saying.label} />
      <bdi>{format.list(saying.annotations.map(authorOf))}</bdi>
      {saying.annotations
        .filter(({ note }) => note !== "")
        .map((annotation) => (
          <p key={annotation.id} dir="auto">
            {saying.annotations.length > 1
              ? print.rich("note-of", { name: authorOf(annotation), note: annotation.note, bdi })
              : annotation.note}
          </p>
        ))}
    </div>
  ));
}

type SayingNameProps = {
  readonly scheme: Scheme;
  readonly kind: KindId;
  readonly label: string | null;
};

function SayingName({ scheme, kind, label }: SayingNameProps) {
  const { glyph } = labelOf(scheme, kind, label) ?? kindOf(scheme, kind);
  return (
    <>
      <Glyph kind={kind} glyph={glyph} /> <b>{nameOf(scheme, kind, label)}</b>{" "}
    </>
  );
}
