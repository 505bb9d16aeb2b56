// Who sees whose notes: what editors set in the bar, and the line that tells everyone else.

import { UserRound, UsersRound } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { type Template, VISIBILITIES, type Visibility } from "#domain/space.ts";
import { useAskServer } from "../library/ask-server.ts";
import type { ArticleSession } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import type { Desk } from "./use-desk.ts";

type SightProps = { readonly session: ArticleSession; readonly template: Template };

export function SightMenu(sight: SightProps) {
  const words = useTranslations("desk");
  const visibility = useReadable(sight.session.visibility);
  const Sign = visibility === "open" ? UsersRound : UserRound;
  const name = words(`sight-${visibility}`);
  return (
    <Popover
      label={words("sight")}
      className="w-80 p-2"
      button={{
        "aria-label": `${words("sight")}: ${name}`,
        title: name,
        className: `${buttonLook("icon")} max-sm:hidden`,
        children: <Sign size={16} aria-hidden />,
      }}
    >
      {() => <SightChoice {...sight} />}
    </Popover>
  );
}

export function SightChoice({ session, template }: SightProps) {
  const words = useTranslations("desk");
  const visibility = useReadable(session.visibility);
  const { share, error, wanted } = useSharing(session);
  const hints = { open: words("sight-open-hint"), own: words(`sight-own-hint-${template}`) };
  return (
    <fieldset>
      <legend className="px-2 py-1 text-muted text-sm">{words("sight")}</legend>
      {VISIBILITIES.map((each) => (
        <label
          key={each}
          className="flex items-baseline gap-3 rounded-md px-2 py-2 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="sight"
            className="accent-accent"
            checked={(wanted ?? visibility) === each}
            onChange={() => void share(each)}
          />
          <span>
            <span className="block font-medium">{words(`sight-${each}`)}</span>
            <span className="block text-muted text-sm">{hints[each]}</span>
          </span>
        </label>
      ))}
      {error && (
        <p role="alert" className="px-2 py-1 text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** `wanted` is what was chosen and is not answered yet. */
function useSharing({ articleId }: ArticleSession) {
  const ask = useAskServer();
  const [error, setError] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Visibility | null>(null);
  const share = async (visibility: Visibility): Promise<void> => {
    setWanted(visibility);
    const answer = await ask(`/articles/${articleId}/visibility`, {
      method: "PUT",
      body: { visibility },
      expect: z.unknown(),
    });
    setError(answer.ok ? null : answer.sentence);
    setWanted(null);
  };
  return { share, error, wanted };
}

/** Tells those who do not see everybody's notes that it is so; nothing for others. */
export function SightLine({ session, template }: SightProps) {
  const words = useTranslations("desk");
  const visibility = useReadable(session.visibility);
  const isHidden = visibility === "own" && !isEditor(session);
  return isHidden ? (
    <p className="px-3 pb-2 text-muted text-sm">{words(`sight-line-${template}`)}</p>
  ) : null;
}

/** Says once what happened when somebody switches it. */
export function useSightNews({ session, tell }: Desk): void {
  const words = useTranslations("desk");
  useEffect(() => {
    const { visibility } = session;
    const closed = isEditor(session) ? "sight-closed-editor" : "sight-closed";
    return visibility.subscribe(() =>
      tell(words(visibility.get() === "open" ? "sight-opened" : closed)),
    );
  }, [session, tell, words]);
}

export const isEditor = ({ role }: ArticleSession): boolean =>
  role === "editor" || role === "owner";
