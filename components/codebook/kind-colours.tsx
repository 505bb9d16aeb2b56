// Gives the colours of a scheme's kinds to all that stands inside.

import { type ReactNode, useId } from "react";
import type { Kind, Scheme } from "#domain/scheme/scheme.ts";
import { InlineStyle } from "../ui/inline-style.tsx";

type KindColoursProps = { readonly scheme: Scheme; readonly children: ReactNode };

/** Has no box of its own. */
export function KindColours({ scheme, children }: KindColoursProps) {
  const id = useId();
  return (
    <>
      <InlineStyle rules={`[data-colours="${id}"] { ${scheme.kinds.map(tokens).join(" ")} }`} />
      <div className="contents" data-colours={id}>
        {children}
      </div>
    </>
  );
}

/** `--claim-line`, `--claim-tint` and so on, for light and dark. */
const tokens = ({ id, colours: { light, dark } }: Kind): string =>
  `--${id}-line: light-dark(${light.line}, ${dark.line}); --${id}-tint: light-dark(${light.tint}, ${dark.tint});`;
