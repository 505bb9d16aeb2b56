// A value that stays the same object as long as it says the same.

import { useState } from "react";

/** The value of before while `isSame` holds; `isSame` must not change. */
export function useSteady<T>(value: T, isSame: (before: T, now: T) => boolean): T {
  const [known, setKnown] = useState(value);
  if (known === value || isSame(known, value)) return known;
  setKnown(value);
  return value;
}
