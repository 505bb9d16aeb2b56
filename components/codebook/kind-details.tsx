// What may be said of a kind beyond its labels, to read.

import { useTranslations } from "use-intl";
import type { Attribute } from "#domain/scheme/scheme.ts";

export function KindDetails({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const words = useTranslations("codebook");
  if (attributes.length === 0) return null;
  return (
    <div className="px-3.5 pt-3 text-sm">
      <h4 className="pb-1 text-muted">{words("details")}</h4>
      <dl className="flex flex-col gap-2">
        {attributes.map(({ id, name, help, values }) => (
          <div key={id}>
            <dt dir="auto" className="font-medium text-base">
              {name}
            </dt>
            <dd dir="auto">{help}</dd>
            {values.length > 0 && (
              <dd dir="auto" className="text-muted">
                {values.map((value) => value.name).join(" · ")}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
