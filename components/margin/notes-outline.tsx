// The notes near the window as plain words, where there are no cards: for those who listen to the text.

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { nameOf } from "./label-name.tsx";
import { type MarginProps, personOf } from "./margin-props.ts";
import { type Details, useDetails } from "./use-details.ts";
import { type NearbyProps, useNearby } from "./use-nearby.ts";

type NotesOutlineProps = NearbyProps &
  Pick<MarginProps, "scheme" | "people"> & { readonly details: Details };

export function NotesOutline({ scheme, people, details, ...near }: NotesOutlineProps) {
  const words = useTranslations("margin");
  const { notes } = useNearby(near);
  const holders = useMemo(
    () => notes.map(({ id, placed }) => ({ id: outlineId(id), notes: [placed] })),
    [notes],
  );
  useDetails(details, near.index, holders);
  if (notes.length === 0) return null;
  return (
    <section aria-label={words("marked-here")} className="sr-only">
      <ul>
        {notes.map(({ id, placed: { annotation } }) => {
          const label = nameOf(scheme, annotation.kind, annotation.label);
          const { name } = personOf(words, people, annotation.author);
          return (
            <li key={id} id={outlineId(id)}>
              <p>{words("annotation-by", { label, name })}</p>
              <q dir="auto">{annotation.anchor.quote}</q>
              <p dir="auto">{annotation.note}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const outlineId = (id: string): string => `outline-${id}`;
