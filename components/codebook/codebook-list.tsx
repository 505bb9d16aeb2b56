// The codebook to read: the questions about the whole article, then kind by kind all labels, searchable.

import { useDeferredValue, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { placeOf, type Scheme } from "#domain/scheme/scheme.ts";
import { Glyph } from "../margin/label-name.tsx";
import { Button } from "../ui/button.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { bdi } from "../words/bdi.tsx";
import { type FoundKind, findLabels } from "./find-labels.ts";
import { KindDetails } from "./kind-details.tsx";
import { entryId, LabelEntry } from "./label-entry.tsx";

type CodebookListProps = {
  readonly scheme: Scheme;
  /** The kind or label that somebody asked about: it is shown and marked. */
  readonly at: Labelling | null;
};

export function CodebookList({ scheme, at }: CodebookListProps) {
  const words = useTranslations("codebook");
  const [query, setQuery] = useState("");
  const found = findLabels(scheme, useDeferredValue(query), at?.label ? [at.label] : []);
  useShown(at);
  return (
    <>
      <SearchField name={words("search")} query={query} onQuery={setQuery} />
      {query === "" && scheme.questions.length > 0 && <WholeArticle scheme={scheme} />}
      {found.length === 0 ? (
        <div className="flex flex-col items-start gap-2 py-4 text-muted">
          <p role="status">{words("nothing-found")}</p>
          <Button onClick={() => setQuery("")}>{words("clear-search")}</Button>
        </div>
      ) : (
        found.map((each) => (
          <KindSection key={each.kind.id} {...each} at={at} whole={query === ""} />
        ))
      )}
    </>
  );
}

/** Leads to an entry as soon as it is asked about. */
function useShown(at: Labelling | null): void {
  const id = at && (at.label === null ? kindId(at.kind) : entryId(at.kind, at.label));
  useEffect(() => {
    const entry = id ? document.getElementById(id) : null;
    const box = entry?.closest("[data-codebook]");
    // only the codebook moves, never the article beside it
    if (entry && box) box.scrollTop += topOf(entry) - topOf(box) - SPACE;
  }, [id]);
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** The space above an entry that was asked about, in CSS pixels. */
const SPACE = 12;

const kindId = (kind: string): string => `codebook-${kind}`;

function WholeArticle({ scheme: { questions } }: { readonly scheme: Scheme }) {
  const words = useTranslations("codebook");
  return (
    <section className="pt-5">
      <h3 className="pb-1 font-semibold">{words("whole-article")}</h3>
      <ul className="flex flex-col gap-1 ps-4 list-disc">
        {questions.map((question) => (
          <li key={question} dir="auto">
            {question}
          </li>
        ))}
      </ul>
    </section>
  );
}

type KindSectionProps = FoundKind &
  Pick<CodebookListProps, "at"> & {
    /** Whether all of it is shown, and not only what was searched for. */
    readonly whole: boolean;
  };

function KindSection({ kind, labels, at, whole }: KindSectionProps) {
  const words = useTranslations("codebook");
  const { id, name, glyph, unit } = kind;
  const asked = at?.kind === id ? at.label : null;
  return (
    <section id={kindId(id)} data-kind={id} className="pt-5">
      <h3 className="flex items-center gap-2 pb-1 font-semibold">
        <Glyph kind={id} glyph={glyph} />
        <span dir="auto" className="kind-word">
          {name}
        </span>
      </h3>
      {unit !== "" && (
        <p className="pb-2 text-muted text-sm">{words.rich("mark-unit", { unit, bdi })}</p>
      )}
      <ul className="flex flex-col gap-2">
        {labels.map((label) => {
          const place = placeOf(kind, label.id);
          return (
            <LabelEntry
              key={label.id}
              kind={id}
              label={label}
              digit={place === null ? null : String(place + 1)}
              current={label.id === asked}
            />
          );
        })}
      </ul>
      {whole && <KindDetails attributes={kind.attributes} />}
    </section>
  );
}
