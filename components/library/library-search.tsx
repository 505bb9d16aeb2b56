"use client";
// Searching the library: a field, and what was found in the place of the lists while something is asked.

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { plainWords } from "#domain/plain-words.ts";
import { SearchField } from "../ui/search-field.tsx";
import { TagFilter } from "./tag-filter.tsx";

const SearchResults = dynamic(() =>
  import("./search-results.tsx").then((all) => all.SearchResults),
);

type LibrarySearchProps = { readonly tags: readonly string[]; readonly children: ReactNode };

/** `tags` are offered where they fit what is asked. `children` stand here while nothing is asked. The address holds the question: a hand that comes back finds what it found. */
export function LibrarySearch({ tags, children }: LibrarySearchProps) {
  const words = useTranslations("library");
  const asked = useSearchParams().get("q") ?? "";
  const [query, setQuery] = useState(asked);
  useEffect(() => {
    const onBack = (): void => setQuery(new URLSearchParams(window.location.search).get("q") ?? "");
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, []);
  const isAsking = query.trim() !== "";
  const ask = (wanted: string): void => {
    setQuery(wanted);
    const address = new URLSearchParams(window.location.search);
    if (wanted.trim() === "") address.delete("q");
    else address.set("q", wanted.trim());
    window.history.replaceState(null, "", address.size === 0 ? "/" : `/?${address}`);
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
      {isAsking && (
        <TagFilter
          tags={tags.filter((tag) => fits(tag, query.trim()))}
          chosen={null}
          onFollow={() => setQuery("")}
        />
      )}
      {isAsking && <SearchResults query={query.trim()} />}
      {/* what was typed into a form in here stays */}
      <div hidden={isAsking} className="flex flex-col gap-10">
        {children}
      </div>
    </>
  );
}

const fits = (tag: string, query: string): boolean => plainWords(tag).includes(plainWords(query));
