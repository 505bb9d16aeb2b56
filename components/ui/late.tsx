// Parts of the page that are fetched when they are first needed. Without a connection they wait for one.

import { type ComponentType, type ReactNode, useEffect, useState } from "react";

type Late<Props> = {
  /** Draws nothing until it is here. */
  (props: Props): ReactNode;
  /** Fetches it ahead of time. Never rejects. */
  readonly fetch: () => Promise<void>;
};

/** A component that `load` fetches. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let Part: ComponentType<Props> | null = null;
  const fetch = async (): Promise<void> => {
    try {
      Part ??= await load();
    } catch {
      // offline: whoever draws it asks again
    }
  };
  const Drawn = (props: Props): ReactNode => {
    const isHere = useFetched(() => Part !== null, fetch);
    return isHere && Part ? <Part {...props} /> : null;
  };
  return Object.assign(Drawn, { fetch });
}

/** `isThere` and `fetch` belong to the component, and never change. */
function useFetched(isThere: () => boolean, fetch: () => Promise<void>): boolean {
  const [isHere, setHere] = useState(isThere);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they never change
  useEffect(() => {
    if (isHere) return;
    const ask = (): void => void fetch().then(() => setHere(isThere()));
    ask();
    window.addEventListener("online", ask);
    return () => window.removeEventListener("online", ask);
  }, [isHere]);
  return isHere;
}
