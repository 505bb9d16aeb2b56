// Gives the colours of a scheme's kinds to all that stands inside.

import type { CSSProperties, ReactNode } from "react";
import type { Kind, Scheme } from "#domain/scheme/scheme.ts";

type KindColoursProps = { readonly scheme: Scheme; readonly children: ReactNode };

/** Has no box of its own. */
export function KindColours({ scheme, children }: KindColoursProps) {
  return (
    <div className="contents" style={coloursOf(scheme)}>
      {children}
    </div>
  );
}

/** The tokens `--claim-line`, `--claim-tint` and so on, for light and dark. */
const coloursOf = ({ kinds }: Scheme): CSSProperties => Object.fromEntries(kinds.flatMap(tokens));

const tokens = ({ id, colours: { light, dark } }: Kind): [string, string][] => [
  [`--${id}-line`, `light-dark(${light.line}, ${dark.line})`],
  [`--${id}-tint`, `light-dark(${light.tint}, ${dark.tint})`],
];
