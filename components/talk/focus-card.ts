// Where the focus goes on a card: to its field for replies, and back to the card when what held it goes away.

import { cardHeadId } from "../margin/card-note.tsx";

/** The DOM id of the field for replies to an annotation. */
export const replyFieldId = (ref: string): string => `reply-${ref}`;

export function focusCard(ref: string): void {
  document.getElementById(cardHeadId(ref))?.focus({ preventScroll: true });
}
