// A link that stands by itself, below a form.

import Link from "next/link";
import type { ReactNode } from "react";

type TextLinkProps = { readonly href: string; readonly children: ReactNode };

export function TextLink({ href, children }: TextLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-6 items-center text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
    >
      {children}
    </Link>
  );
}
