// Who is behind the names that members read of each other. Folded: a teacher's screen may be on the wall.

import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAskServer } from "../library/ask-server.ts";
import { Button } from "../ui/button.tsx";
import { Summary } from "../ui/summary.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { type Alias, aliasesSchema, type Space } from "./space-answers.ts";

export function AliasSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const { aliases, error, open, close } = useAliases(space.id);
  return (
    <details onToggle={(event) => (event.currentTarget.open ? open() : close())}>
      <Summary>{words("aliases")}</Summary>
      <div className="flex flex-col gap-3 pt-3">
        <p className="max-w-prose text-muted">{words("aliases-why")}</p>
        {aliases?.length === 0 && <p className="text-muted">{words("no-aliases")}</p>}
        {aliases !== null && aliases.length > 0 && (
          <>
            <AliasTable space={space} aliases={aliases} />
            <Button className="self-start" onClick={() => window.print()}>
              <Printer size={16} aria-hidden />
              {words("print")}
            </Button>
          </>
        )}
        <Wrong sentence={error} />
      </div>
    </details>
  );
}

type AliasTableProps = { readonly space: Space; readonly aliases: readonly Alias[] };

/** Printed, it is all that is on the page. */
function AliasTable({ space, aliases }: AliasTableProps) {
  const words = useTranslations("space");
  return (
    <table data-printed className="w-full max-w-prose text-start">
      <caption className="sr-only print:not-sr-only print:pb-4 print:text-start">
        <bdi>{space.name}</bdi>
      </caption>
      <thead>
        <tr className="border-rule-strong border-b">
          <th scope="col" className="py-2 pe-4 text-start font-medium">
            {words("alias")}
          </th>
          <th scope="col" className="py-2 text-start font-medium">
            {words("name")}
          </th>
        </tr>
      </thead>
      <tbody>
        {aliases.map(({ id, name, alias }) => (
          <tr key={id} className="break-inside-avoid border-rule border-b">
            <th scope="row" className="py-2 pe-4 text-start font-normal">
              <bdi>{alias}</bdi>
            </th>
            <td className="wrap-anywhere py-2">
              <bdi>{name}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asks each time it is opened; null while it is closed, and before the answer. */
function useAliases(spaceId: string) {
  const ask = useAskServer();
  const [aliases, setAliases] = useState<readonly Alias[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const open = (): void =>
    void ask(`/spaces/${spaceId}/aliases`, { expect: aliasesSchema }).then((answer) => {
      if (answer.ok) setAliases(answer.value.aliases);
      setError(answer.ok ? null : answer.sentence);
    });
  return { aliases, error, open, close: () => setAliases(null) };
}
