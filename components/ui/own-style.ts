// Style that depends on data, for elements that the server draws, too.

import type { RefCallback } from "react";

type OwnStyle = {
  readonly backgroundColor?: string | undefined;
  readonly color?: string;
  readonly textDecoration?: string;
  readonly textUnderlineOffset?: string;
};

/** A ref that sets the style by script: in HTML from the server, the page's policy refuses a style attribute. */
export const ownStyle =
  (style: OwnStyle): RefCallback<HTMLElement> =>
  (element) => {
    if (element) Object.assign(element.style, style);
  };
