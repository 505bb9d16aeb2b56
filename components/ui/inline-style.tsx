// Style rules that come with the page, let through by its Content-Security-Policy.

"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const PageNonce = createContext<string | undefined>(undefined);

type WithNonceProps = { readonly nonce: string | undefined; readonly children: ReactNode };

/** Tells all that stands inside the nonce of the page. Answers that come later have others, which do not count in it. */
export function WithNonce({ nonce, children }: WithNonceProps) {
  const [first] = useState(nonce);
  return <PageNonce value={first}>{children}</PageNonce>;
}

/** A style attribute in HTML from the server would be refused; this is not. */
export function InlineStyle({ rules }: { readonly rules: string }) {
  return <style nonce={useContext(PageNonce)}>{rules}</style>;
}
