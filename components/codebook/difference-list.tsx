// What would change, kind by kind.

import { useFormatter, useTranslations } from "use-intl";
import type { Label } from "#domain/scheme/scheme.ts";
import type { KindDifferences, SchemeDifferences } from "#domain/scheme/scheme-differences.ts";
import { Glyph } from "../margin/label-name.tsx";

export function DifferenceList({ differences }: { readonly differences: SchemeDifferences }) {
  const words = useTranslations("scheme");
  return (
    <section aria-label={words("what-changes")} className="flex flex-col gap-3">
      <h3 className="font-semibold">{words("what-changes")}</h3>
      {differences.reworded && <p>{words("differ-scheme")}</p>}
      {differences.kinds.map((each) => (
        <KindList key={each.kind.id} differences={each} />
      ))}
    </section>
  );
}

const ITSELF = ["reworded", "recoloured", "reordered", "detailed"] as const;
const LABELS = ["added", "changed", "offered", "hidden", "retired"] as const;

function KindList({ differences }: { readonly differences: KindDifferences }) {
  const words = useTranslations("scheme");
  const format = useFormatter();
  const { id, name, glyph } = differences.kind;
  const names = (labels: readonly Label[]): string =>
    format.list(labels.map((label) => label.name));
  return (
    <div>
      <h4 className="flex items-center gap-2 font-medium">
        <Glyph kind={id} glyph={glyph} />
        <span dir="auto">{name}</span>
      </h4>
      <ul className="list-disc ps-7">
        {ITSELF.filter((each) => differences[each]).map((each) => (
          <li key={each}>{words(`differ-${each}`)}</li>
        ))}
        {LABELS.filter((each) => differences[each].length > 0).map((each) => (
          <li key={each} dir="auto">
            {words(`differ-${each}`, { labels: names(differences[each]) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
