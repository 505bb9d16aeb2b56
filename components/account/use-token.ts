// The token of a link that came by mail or stood on a console: the fragment of its address.

import { useFragment } from "../ui/fragment.ts";

/** "#token=abc" and "#abc" are both understood. Empty when there is none, null before the page came alive. */
export function useToken(): string | null {
  const fragment = useFragment();
  return fragment === null ? null : (new URLSearchParams(fragment).get("token") ?? fragment);
}
