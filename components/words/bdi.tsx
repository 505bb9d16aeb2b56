// Names inside sentences, whatever the direction of their letters.

import type { ReactNode } from "react";

/** Draws `<bdi>{name}</bdi>` in a message, so that an Arabic name leaves an English sentence in order, and the other way round. */
export const bdi = (name: ReactNode): ReactNode => <bdi>{name}</bdi>;
