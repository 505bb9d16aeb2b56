// Something that was not there before and that nobody should miss: the page moves so that it is seen.

import { type ReactNode, useEffect, useRef } from "react";

export function InSight({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "center" }), []);
  return <div ref={place}>{children}</div>;
}
