// What becomes of the notes by a new text: how many stay, move and lose their words, and which.

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";

/** How many changes are written out. */
const SHOWN = 100;

export const carryOverSchema = z.object({
  kept: z.int(),
  moved: z.int(),
  lost: z.int(),
  changes: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      before: z.string(),
      after: z.nullable(z.string()),
    }),
  ),
});

export type CarryOver = Readonly<z.infer<typeof carryOverSchema>>;

type Change = CarryOver["changes"][number];

export function CarryOverReport({ report }: { readonly report: CarryOver }) {
  const words = useTranslations("versions");
  const { changes } = report;
  return (
    <div>
      <ul className="flex flex-col gap-1 pb-3">
        {(["kept", "moved", "lost"] as const).map((outcome) => (
          <li key={outcome} className={report[outcome] === 0 ? "text-muted" : "font-medium"}>
            {words(outcome, { count: report[outcome] })}
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto border-rule border-t py-3">
          {changes.slice(0, SHOWN).map((change) => (
            <li key={`${change.author}/${change.id}`}>
              <ChangeWords change={change} />
            </li>
          ))}
          {changes.length > SHOWN && <li>{words("more", { count: changes.length - SHOWN })}</li>}
        </ul>
      )}
    </div>
  );
}

function ChangeWords({ change: { before, after } }: { readonly change: Change }) {
  const words = useTranslations("versions");
  if (after === null) return words.rich("gone", { before, q: quoted });
  if (after === before) return words.rich("moves", { before, q: quoted });
  return words.rich("becomes", { before, after, q: quoted });
}

const quoted = (inner: ReactNode): ReactNode => (
  <q dir="auto" className="font-serif">
    {inner}
  </q>
);
