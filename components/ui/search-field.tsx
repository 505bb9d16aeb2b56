// A field to search with; its name is its placeholder, too.

import { Search } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { classes } from "./classes.ts";

type SearchFieldProps = {
  readonly name: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly className?: string;
};

export function SearchField({ name, query, onQuery, className }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef<string | null>(null);
  // not in React's hands: what is typed while a page comes alive, React would take away
  useLayoutEffect(() => {
    const field = input.current;
    const before = shown.current;
    shown.current = query;
    if (field === null || query === before || query === field.value) return;
    if (before === null) onQuery(field.value);
    else field.value = query;
  }, [query, onQuery]);
  return (
    <label
      className={classes(
        "flex h-9 items-center gap-2 rounded-md border border-rule-strong bg-raised px-2 focus-within:outline-2 focus-within:outline-accent pointer-coarse:h-11",
        className,
      )}
    >
      <Search size={16} aria-hidden className="shrink-0 text-muted" />
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label={name}
        placeholder={name}
        defaultValue={query}
        onChange={(event) => onQuery(event.target.value)}
        className="min-w-0 grow bg-transparent outline-none placeholder:text-muted pointer-coarse:text-[1rem]"
      />
    </label>
  );
}
