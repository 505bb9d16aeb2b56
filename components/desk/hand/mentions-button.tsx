// Offers to mark every other place that says the same name, and tells how many there are.

import { CopyPlus } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { textBetween } from "#domain/article/article-text.ts";
import { type KindId, kindOf } from "#domain/scheme/scheme.ts";
import { KeyHint, useKey } from "../../keys/key-hints.tsx";
import { Button } from "../../ui/button.tsx";
import type { Desk } from "../use-desk.ts";
import { placesOf, unmarked } from "./mentions-left.ts";

/** For the selected words, before they are marked; nothing when they stand there once. */
export function SelectedMentions({ desk }: { readonly desk: Desk }) {
  const words = useTranslations("desk");
  const { session, scheme, state } = desk;
  const { text } = session.index;
  const range = state.selection?.range;
  const name = range === undefined ? "" : textBetween(text, range);
  const count = useLeft(desk, name, "entity");
  if (count < 2) return null;
  const kind = kindOf(scheme, "entity").name;
  return <MentionsButton desk={desk} name={words("mentions-all", { count, kind })} />;
}

/** For an annotation of this person's own, with what is left to mark. */
export function MadeMentions({ desk, id }: { readonly desk: Desk; readonly id: string }) {
  const words = useTranslations("desk");
  const annotation = desk.session.index.get(id)?.annotation;
  const count = useLeft(desk, annotation?.anchor.quote ?? "", annotation?.kind ?? "entity");
  if (count === 0) return null;
  return <MentionsButton desk={desk} name={words("mentions-more", { count })} />;
}

/** How many places say these words and are not marked so by this person. */
function useLeft({ session, all }: Desk, words: string, kind: KindId): number {
  const { text } = session.index;
  const places = useMemo(() => placesOf(text, words), [text, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` is not read, it tells when something was marked
  return useMemo(() => unmarked(session, places, kind).length, [session, places, kind, all]);
}

function MentionsButton({ desk, name }: { readonly desk: Desk; readonly name: string }) {
  return (
    <Button
      look="quiet"
      aria-keyshortcuts={useKey("mentions")}
      className="w-full justify-start"
      onMouseDown={(event) => event.preventDefault()}
      onClick={desk.acts.markMentions}
    >
      <CopyPlus size={16} aria-hidden />
      <span className="grow text-start">{name}</span>
      <KeyHint command="mentions" />
    </Button>
  );
}
