// Someone with a link to an article, but without a name yet.

import { Door } from "#components/library/door.tsx";
import { readWords, WithWords } from "../../words.tsx";

export async function JoinPage() {
  const words = await readWords("pages");
  return (
    <WithWords areas={["library", "problems"]}>
      <Door button={words("open-article")} leadsTo="here">
        {words("invited")}
      </Door>
    </WithWords>
  );
}
