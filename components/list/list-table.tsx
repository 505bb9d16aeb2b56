// The list as a table, with real headers and captions for those who listen to it.

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { classes } from "../ui/classes.ts";
import type { Order, Sort } from "./arrange.ts";
import { ListRow } from "./list-row.tsx";
import type { ListedProps } from "./note-list.tsx";
import { SectionName } from "./section-name.tsx";

/** The columns in order; `sort` is what a press on the header sorts by. */
const COLUMNS = [
  { id: "words", sort: "place", width: "w-[24%]" },
  { id: "label", sort: "label", width: "w-[19%]" },
  { id: "person", sort: "person", width: "w-[13%]" },
  { id: "note", sort: null, width: "" },
  { id: "replies", sort: null, width: "w-20" },
  { id: "votes", sort: null, width: "w-18" },
  { id: "status", sort: null, width: "w-24" },
  { id: "time", sort: "time", width: "w-28" },
] as const;

export function ListTable({ sections, order, onOrder, ...rows }: ListedProps) {
  const words = useTranslations("list");
  return (
    <table className="w-full min-w-4xl table-fixed border-separate border-spacing-0 text-start">
      <caption className="sr-only">{words("caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map(({ id, sort, width }) => (
            <th
              key={id}
              scope="col"
              aria-sort={sort === null ? undefined : directionOf(order, sort)}
              className={classes(
                "sticky top-0 z-10 h-9 border-rule border-b bg-paper px-2 text-start font-normal text-muted text-sm",
                width,
              )}
            >
              {sort === null ? (
                words(`column-${id}`)
              ) : (
                <SortButton sort={sort} order={order} onOrder={onOrder}>
                  {words(`column-${id}`)}
                </SortButton>
              )}
            </th>
          ))}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.entries[0]?.annotation.id}>
          {order.group !== "none" && (
            <tr>
              <th
                scope="rowgroup"
                colSpan={COLUMNS.length}
                className="border-rule border-b px-2 pt-4 pb-1 text-start font-semibold"
              >
                <SectionName group={order.group} section={section} scheme={rows.scheme} />
              </th>
            </tr>
          )}
          {section.entries.map((entry) => (
            <ListRow
              key={entry.annotation.id}
              {...rows}
              entry={entry}
              selected={entry.annotation.id === rows.selected}
              current={entry.annotation.id === rows.current}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function directionOf(
  { sort, descending }: Order,
  column: Sort,
): "ascending" | "descending" | "none" {
  if (sort !== column) return "none";
  return descending ? "descending" : "ascending";
}

type SortButtonProps = {
  readonly sort: Sort;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly children: string;
};

function SortButton({ sort, order, onOrder, children }: SortButtonProps) {
  const isOn = order.sort === sort;
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      // the newest is what one looks for first
      onClick={() =>
        onOrder({ ...order, sort, descending: isOn ? !order.descending : sort === "time" })
      }
      className={classes(
        "-ms-1 flex h-7 items-center gap-1 rounded-sm px-1 hover:bg-sunken hover:text-ink pointer-coarse:h-11",
        isOn && "font-medium text-ink",
      )}
    >
      {children}
      {isOn && <Arrow size={12} aria-hidden />}
    </button>
  );
}
