// Draws into an element that stands elsewhere in the page.

import type { ReactNode, RefObject } from "react";
import { createPortal } from "react-dom";

type InsideProps = {
  /** Must be in the page already. */
  readonly of: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
};

export function Inside({ of: element, children }: InsideProps): ReactNode {
  return element.current === null ? null : createPortal(children, element.current);
}
