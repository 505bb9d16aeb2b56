// All annotations as a list: searched, sorted, grouped, page by page.

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";
import { personOf } from "../margin/margin-props.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import { Button } from "../ui/button.tsx";
import {
  arrange,
  BY_PLACE,
  type Order,
  onPage,
  PAGE,
  pageOf,
  type Section,
  search,
} from "./arrange.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { ListCards } from "./list-cards.tsx";
import { ListControls } from "./list-controls.tsx";
import { ListTable } from "./list-table.tsx";
import { useRowKeys } from "./use-row-keys.ts";

export type NoteListProps = {
  readonly scheme: Scheme;
  readonly talk: ArticleTalk;
  /** Those that pass the filter, in reading order, orphans last. */
  readonly shown: readonly Placed[];
  /** How many there are, whatever the filter. */
  readonly total: number;
  readonly people: ReadonlyMap<string, Person>;
  readonly statusOf: (annotation: Annotation) => Status;
  readonly selected: string | null;
  /** As cards instead of a table. */
  readonly narrow: boolean;
  readonly onOpen: (id: string) => void;
};

/** What the table and the cards draw. */
export type ListedProps = {
  readonly sections: readonly Section[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly scheme: Scheme;
  readonly talk: ArticleTalk;
  readonly selected: string | null;
  /** The line that Tab leads to. */
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

export function NoteList(props: NoteListProps) {
  const { selected, narrow } = props;
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState(BY_PLACE);
  const { found, sections } = useSections(props, useDeferredValue(query), order);
  const [page, setPage] = useState(() => pageOf(sections, selected));
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(page, pages - 1);
  const onThisPage = useMemo(() => onPage(sections, at), [sections, at]);
  const ids = onThisPage.flatMap(({ entries }) => entries.map(({ annotation }) => annotation.id));
  const [current, setCurrent] = useState(selected);
  const box = useRef<HTMLDivElement>(null);
  const keys = useRowKeys(box, ids);
  useEffect(() => box.current?.querySelector<HTMLElement>("[data-row][tabindex='0']")?.focus(), []);
  const Listed = narrow ? ListCards : ListTable;
  return (
    <div className="flex min-h-0 grow flex-col">
      <ListControls
        {...{ query, order }}
        onQuery={(next) => {
          setQuery(next);
          setPage(0);
        }}
        onOrder={setOrder}
        found={found.length}
        total={props.total}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys that the lines inside hear */}
      <div
        ref={box}
        onKeyDown={keys}
        className="min-h-0 grow overflow-auto overscroll-contain px-4"
      >
        {found.length === 0 ? (
          <NothingListed total={props.total} query={query} onClear={() => setQuery("")} />
        ) : (
          <Listed
            {...{ order, selected }}
            scheme={props.scheme}
            talk={props.talk}
            sections={onThisPage}
            onOrder={setOrder}
            current={current !== null && ids.includes(current) ? current : (ids[0] ?? null)}
            onCurrent={setCurrent}
            onOpen={props.onOpen}
          />
        )}
        {pages > 1 && <Pages at={at} pages={pages} onPage={setPage} />}
      </div>
    </div>
  );
}

function useSections(
  { shown, people, scheme, statusOf }: NoteListProps,
  query: string,
  order: Order,
): { found: readonly Entry[]; sections: readonly Section[] } {
  const unknown = useTranslations("margin");
  const locale = useLocale();
  const entries = useMemo(
    () => entriesOf(shown, { scheme, statusOf, personOf: (id) => personOf(unknown, people, id) }),
    [shown, scheme, statusOf, people, unknown],
  );
  const found = useMemo(() => search(entries, query), [entries, query]);
  const sections = useMemo(() => arrange(found, order, locale), [found, order, locale]);
  return { found, sections };
}

type PagesProps = {
  readonly at: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
};

function Pages({ at, pages, onPage }: PagesProps) {
  const words = useTranslations("list");
  return (
    <nav aria-label={words("pages")} className="flex items-center justify-center gap-2 py-3">
      <Button
        look="icon"
        aria-label={words("previous-page")}
        disabled={at === 0}
        onClick={() => onPage(at - 1)}
      >
        <ChevronLeft size={16} aria-hidden className="rtl:rotate-180" />
      </Button>
      <span aria-live="polite">{words("page", { page: at + 1, pages })}</span>
      <Button
        look="icon"
        aria-label={words("next-page")}
        disabled={at === pages - 1}
        onClick={() => onPage(at + 1)}
      >
        <ChevronRight size={16} aria-hidden className="rtl:rotate-180" />
      </Button>
    </nav>
  );
}

type NothingListedProps = {
  readonly total: number;
  readonly query: string;
  readonly onClear: () => void;
};

function NothingListed({ total, query, onClear }: NothingListedProps) {
  const words = useTranslations("list");
  if (query.trim() === "") {
    return (
      <p className="py-6 text-muted">{words(total === 0 ? "nothing-marked" : "nothing-shown")}</p>
    );
  }
  return (
    <div className="flex items-center gap-2 py-4">
      <p className="text-muted">{words("nothing-found")}</p>
      <Button look="quiet" onClick={onClear}>
        {words("clear-search")}
      </Button>
    </div>
  );
}
