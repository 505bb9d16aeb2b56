// An address that leads nowhere.

import { Refusal } from "./refusal.tsx";

export default function NotFound() {
  return (
    <Refusal
      title="There is nothing here"
      sentence="The address may be mistyped, or the article was removed. Ask whoever sent you the link for a new one."
    />
  );
}
