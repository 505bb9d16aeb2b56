// An address that leads nowhere.

import { Refusal } from "./refusal.tsx";
import { readWords } from "./words.tsx";

export default async function NotFound() {
  const words = await readWords("pages");
  return (
    <Refusal
      title={words("nothing-here")}
      sentence={words("nothing-here-why")}
      other={{ href: "/join", name: words("have-code") }}
    />
  );
}
