// Above the list: the search, the order, the groups, and how many there are.

import { ArrowDownUp } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { GROUPS, type Order, SORTS } from "./arrange.ts";

type ListControlsProps = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly found: number;
  readonly total: number;
};

export function ListControls({ query, onQuery, order, onOrder, found, total }: ListControlsProps) {
  const words = useTranslations("list");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
      <SearchField
        name={words("search")}
        query={query}
        onQuery={onQuery}
        className="min-w-40 max-w-96 grow"
      />
      <div className="flex items-center">
        <Choice
          label={words("sort-by")}
          value={order.sort}
          values={SORTS}
          onPick={(sort) => onOrder({ ...order, sort, descending: sort === "time" })}
        >
          {(sort) => words(`sort-${sort}`)}
        </Choice>
        <Button
          look="icon"
          aria-label={words("turn-round")}
          title={words("turn-round")}
          aria-pressed={order.descending}
          onClick={() => onOrder({ ...order, descending: !order.descending })}
        >
          <ArrowDownUp size={16} aria-hidden />
        </Button>
      </div>
      <Choice
        label={words("group-by")}
        value={order.group}
        values={GROUPS}
        onPick={(group) => onOrder({ ...order, group })}
      >
        {(group) => words(`group-${group}`)}
      </Choice>
      <p aria-live="polite" className="ms-auto text-muted text-sm">
        {found === total
          ? words("count", { count: total })
          : words("count-of", { shown: found, count: total })}
      </p>
    </div>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly onPick: (value: T) => void;
  /** What a value is called. */
  readonly children: (value: T) => ReactNode;
};

function Choice<T extends string>({ label, value, values, onPick, children }: ChoiceProps<T>) {
  const id = useId();
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted text-sm">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const picked = values.find((each) => each === event.target.value);
          if (picked) onPick(picked);
        }}
        className="h-9 rounded-md border border-rule-strong bg-raised px-2 pointer-coarse:h-11"
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {children(each)}
          </option>
        ))}
      </select>
    </span>
  );
}
