"use client";
// A tag that leads to the articles that bear it, or back to all.

import { X } from "lucide-react";
import Link from "next/link";
import { classes } from "../ui/classes.ts";
import { tagAddress } from "./library-article.ts";

type TagLinkProps = {
  readonly tag: string;
  /** Whether the articles of this tag are the ones that are shown: then it leads to all. */
  readonly isChosen?: boolean;
  readonly onFollow?: () => void;
};

export function TagLink({ tag, isChosen = false, onFollow = () => {} }: TagLinkProps) {
  return (
    <Link
      href={tagAddress(isChosen ? null : tag)}
      prefetch={false}
      onClick={onFollow}
      aria-current={isChosen ? "true" : undefined}
      className={classes(
        "inline-flex min-h-6 max-w-full items-center gap-1 rounded-full border px-2 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center",
        isChosen
          ? "border-accent bg-accent text-on-accent"
          : "border-rule-strong text-muted hover:bg-sunken hover:text-ink",
      )}
    >
      <bdi className="truncate">{tag}</bdi>
      {isChosen && <X size={16} aria-hidden className="shrink-0" />}
    </Link>
  );
}
