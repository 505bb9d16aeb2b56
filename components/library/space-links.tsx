"use client";
// The ways from the library: to a new article, and to spaces: a new one, those put away, and one whose code somebody has.

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonLook } from "../ui/button.tsx";
import { AddArticleLink } from "./add-article-link.tsx";

type SpaceLinksProps = {
  readonly mayAdd: boolean;
  readonly mayMake: boolean;
  readonly archived: readonly { readonly id: string; readonly name: string }[];
};

export function SpaceLinks({ mayAdd, mayMake, archived }: SpaceLinksProps) {
  const words = useTranslations("library");
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayAdd && <AddArticleLink space={null} />}
        {mayMake && (
          <Link href="/spaces/new" prefetch={false} className={buttonLook("plain")}>
            <Plus size={16} aria-hidden />
            {words("new-space")}
          </Link>
        )}
        <CodeLink />
      </p>
      {archived.length > 0 && (
        <details>
          <summary className="w-fit rounded-md py-px pointer-coarse:py-3 text-muted underline-offset-4 hover:underline">
            {words("archived-spaces")}
          </summary>
          <ul className="pt-2">
            {archived.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={`/spaces/${id}`}
                  prefetch={false}
                  className="inline-flex min-h-8 items-center underline-offset-4 hover:underline pointer-coarse:min-h-11"
                >
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Leads to where a code is typed. */
export function CodeLink() {
  const words = useTranslations("library");
  return (
    <Link
      href="/join"
      prefetch={false}
      className="inline-flex min-h-6 w-fit items-center text-muted underline underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
    >
      {words("have-code")}
    </Link>
  );
}
