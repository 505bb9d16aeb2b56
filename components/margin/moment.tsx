// When something was: how long ago in words, the whole date on pointing at it.

import { useLocale } from "use-intl";
import { exactTime, relativeTime } from "./relative-time.ts";
import { useMinute } from "./use-minute.ts";

/** `at` is in milliseconds since 1970. */
export function Moment({ at, className }: { readonly at: number; readonly className?: string }) {
  const locale = useLocale();
  const now = useMinute();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at, locale)} className={className}>
      {relativeTime(at, now, locale)}
    </time>
  );
}
