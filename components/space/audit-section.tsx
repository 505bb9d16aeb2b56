// What was done in a space, for its owners; fetched anew each time it is opened.

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAskServer } from "../library/ask-server.ts";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { Summary } from "../ui/summary.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { auditDetails } from "./audit-words.ts";
import { type AuditEntry, auditSchema, type Space } from "./space-answers.ts";

/** How many entries the server tells at once. */
const AT_ONCE = 100;

export function AuditSection({ space }: { readonly space: Space }) {
  const words = useTranslations("space");
  const { entries, begin, more, error } = useAudit(space.id);
  return (
    <details onToggle={(event) => event.currentTarget.open && begin()}>
      <Summary>{words("audit")}</Summary>
      <div className="flex flex-col gap-3 pt-3">
        <p className="text-muted">{words("audit-why")}</p>
        <ol>
          {entries?.map((entry) => (
            <li key={entry.id} className="flex gap-4 border-rule border-b py-2">
              <div className="grow">
                <p>
                  {words.rich(`act-${entry.verb}`, {
                    who: () => <Name of={entry.actor} />,
                    whom: () => <Name of={entry.subject} />,
                  })}
                </p>
                {auditDetails(words, space, entry).map((detail) => (
                  <p key={detail} className="text-muted text-sm">
                    {detail}
                  </p>
                ))}
              </div>
              <Moment at={Date.parse(entry.at)} className="shrink-0 text-muted text-sm" />
            </li>
          ))}
        </ol>
        {entries !== null && entries.length > 0 && entries.length % AT_ONCE === 0 && (
          <Button className="self-start" onClick={more}>
            {words("older")}
          </Button>
        )}
        <Wrong sentence={error} />
      </div>
    </details>
  );
}

/** The entries that were fetched, null before the first; `begin` fetches the latest, `more` those before them. */
function useAudit(spaceId: string) {
  const ask = useAskServer();
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const load = (kept: readonly AuditEntry[]): void => {
    const last = kept.at(-1);
    const before = last ? `?before=${last.id}` : "";
    void ask(`/spaces/${spaceId}/audit${before}`, { expect: auditSchema }).then((answer) => {
      if (answer.ok) setEntries([...kept, ...answer.value.entries]);
      setError(answer.ok ? null : answer.sentence);
    });
  };
  return { entries, begin: () => load([]), more: () => load(entries ?? []), error };
}

function Name({ of }: { readonly of: AuditEntry["actor"] }) {
  const words = useTranslations("space");
  if (of === null) return words("nobody");
  return of.name === null ? words("somebody") : <bdi className="font-medium">{of.name}</bdi>;
}
