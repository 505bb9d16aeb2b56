// Printing: the paper takes the place of the page while the browser prints, whoever asked for it.

import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { Store } from "../session/store.ts";
import { useReadable } from "../session/use-readable.ts";
import type { PaperProps } from "./paper.tsx";

/** How long after the page has come alive the code for paper is fetched, in milliseconds. */
const LATER = 3000;

const loaded = new Store<typeof import("./paper.tsx") | null>(null);

/** Fetches the code for paper; without it, the page is printed as it is on screen. */
async function load(): Promise<void> {
  if (loaded.get() === null) loaded.set(await import("./paper.tsx").catch(() => null));
}

/** Opens the browser's dialog for printing. */
export async function print(): Promise<void> {
  await load();
  window.print();
}

/** `page` tells what is printed; it is asked at that moment. */
export function Printing({ page }: { readonly page: () => PaperProps | null }) {
  const paper = useReadable(loaded);
  const [printed, setPrinted] = useState<PaperProps | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void load(), LATER);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // the browser takes its picture when this returns
    const begin = (): void => flushSync(() => setPrinted(page()));
    const end = (): void => setPrinted(null);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, [page]);
  if (paper === null || printed === null) return null;
  return createPortal(<paper.Paper {...printed} />, document.body);
}
