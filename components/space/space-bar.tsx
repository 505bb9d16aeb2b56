"use client";
// The bar above every page of a space: the way back, its name, its pages, and who waits.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { LibraryLink } from "../library/library-link.tsx";
import { classes } from "../ui/classes.ts";
import type { Space } from "./space-answers.ts";
import { WaitingNotice } from "./waiting-notice.tsx";

const PAGES = ["articles", "people", "settings"] as const;

type SpaceBarProps = { readonly space: Space; readonly at: (typeof PAGES)[number] };

export function SpaceBar({ space, at }: SpaceBarProps) {
  const words = useTranslations("space");
  const path = `/spaces/${space.id}`;
  const isEditor = space.role === "owner" || space.role === "editor";
  const addresses = { articles: path, people: `${path}/people`, settings: `${path}/settings` };
  return (
    <>
      <header className="sticky top-0 z-30 flex h-(--bar) items-center gap-2 border-rule border-b bg-paper px-4 max-sm:px-2">
        <LibraryLink name={words("library")} />
        <p className="min-w-0 grow truncate font-semibold max-sm:hidden">
          <bdi>{space.name}</bdi>
        </p>
        <nav
          aria-label={words("space-pages")}
          className="flex min-w-0 max-sm:grow max-sm:justify-end"
        >
          {PAGES.map((page) => (
            <Link
              key={page}
              href={addresses[page]}
              prefetch={false}
              aria-current={page === at ? "page" : undefined}
              className={classes(
                "flex h-8 items-center rounded-md px-3 hover:bg-sunken max-sm:px-2 pointer-coarse:h-11",
                page === at ? "font-medium text-ink underline underline-offset-8" : "text-muted",
              )}
            >
              {words(page)}
            </Link>
          ))}
        </nav>
      </header>
      {isEditor && !space.archived && <WaitingNotice space={space} isListBelow={at === "people"} />}
      {space.archived && (
        <p role="status" className="border-rule border-b bg-sunken px-4 py-2 text-center">
          {words(
            space.settings.visibility === "own" && !isEditor ? "archived-own" : "archived-why",
          )}
        </p>
      )}
    </>
  );
}
