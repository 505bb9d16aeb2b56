"use client";
// Searching the library: a field, and what was found in the place of the lists while something is asked.

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { SearchField } from "../ui/search-field.tsx";

const SearchResults = dynamic(() =>
  import("./search-results.tsx").then((all) => all.SearchResults),
);

/** `children` stand here while nothing is asked. The address holds the question: a hand that comes back finds what it found. */
export function LibrarySearch({ children }: { readonly children: ReactNode }) {
  const words = useTranslations("library");
  const asked = useSearchParams().get("q") ?? "";
  const [query, setQuery] = useState(asked);
  const isAsking = query.trim() !== "";
  const ask = (wanted: string): void => {
    setQuery(wanted);
    const address = wanted.trim() === "" ? "/" : `/?q=${encodeURIComponent(wanted.trim())}`;
    window.history.replaceState(null, "", address);
  };
  return (
    <>
      <search
        onKeyDown={(event) => {
          if (event.key === "Escape") ask("");
        }}
      >
        <SearchField name={words("search")} query={query} onQuery={ask} />
      </search>
      {isAsking && <SearchResults query={query.trim()} />}
      {/* what was typed into a form in here stays */}
      <div hidden={isAsking} className="flex flex-col gap-10">
        {children}
      </div>
    </>
  );
}
