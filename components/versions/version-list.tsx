// The texts that the article was locked with, the newest first.

import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";

/** How many characters of a hash are shown; its title has all. */
const SHOWN = 12;

const versionsSchema = z.object({
  versions: z.array(
    z.object({ number: z.int(), hash: z.string(), by: z.nullable(z.string()), at: z.string() }),
  ),
});

type Version = z.infer<typeof versionsSchema>["versions"][number];

export function VersionList({ articleId }: { readonly articleId: string }) {
  const words = useTranslations("versions");
  const { versions, error } = useVersions(articleId);
  if (error) return <p className="text-danger">{error}</p>;
  return (
    <section>
      <h3 className="pb-2 font-semibold">{words("earlier")}</h3>
      {versions === null ? (
        <p className="text-muted">{words("fetching")}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-rule border-rule border-y">
          {versions.map((version) => (
            <VersionRow key={version.number} version={version} />
          ))}
        </ol>
      )}
    </section>
  );
}

function VersionRow({ version: { number, hash, by, at } }: { readonly version: Version }) {
  const words = useTranslations("versions");
  const format = useFormatter();
  const date = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-2">
      <span className="font-medium tabular-nums">{words("version", { number })}</span>
      <span className="grow text-muted text-sm">
        {by === null ? words("locked-at", { date }) : words("locked-by", { date, name: by })}
      </span>
      <code title={hash} className="text-muted text-sm">
        {`${hash.slice(0, SHOWN)}…`}
      </code>
    </li>
  );
}

function useVersions(articleId: string) {
  const ask = useAskServer();
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await ask(`/articles/${articleId}/versions`, { expect: versionsSchema });
      if (answer.ok) setVersions(answer.value.versions);
      else setError(answer.sentence);
    };
    void look();
  }, [ask, articleId]);
  return { versions, error };
}
