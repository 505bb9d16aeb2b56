// What the hand is doing to many words or many notes: painting with the brush, or choosing several.

import { lazy, Suspense } from "react";
import { patiently } from "../../ui/patiently.ts";
import type { Desk } from "../use-desk.ts";

const BrushBar = lazy(() =>
  patiently(async () => ({ default: (await import("./brush-bar.tsx")).BrushBar })),
);
const ChosenBar = lazy(() =>
  patiently(async () => ({ default: (await import("./chosen-bar.tsx")).ChosenBar })),
);

export function HandBar({ desk }: { readonly desk: Desk }) {
  const { brush, chosen } = desk.state;
  if (brush === null && chosen.size === 0) return null;
  return (
    <Suspense>{brush ? <BrushBar desk={desk} brush={brush} /> : <Chosen desk={desk} />}</Suspense>
  );
}

function Chosen({ desk }: { readonly desk: Desk }) {
  const { session, state } = desk;
  const authors = [...state.chosen].flatMap((id) => session.index.get(id)?.annotation.author ?? []);
  const own = authors.filter((author) => author === session.me.id).length;
  return authors.length > 0 && <ChosenBar desk={desk} count={authors.length} own={own} />;
}
