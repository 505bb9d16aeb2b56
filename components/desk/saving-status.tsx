// How what one wrote stands with the server: a word in the bar, and a notice when something is wrong.

import { Check, CloudOff, Download, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ArticleSession, Saving } from "../session/article-session.ts";
import { useReadable } from "../session/use-readable.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { saveFile } from "../ui/save-file.ts";
import { savingTrouble, savingWords } from "./saving-words.ts";
import { useReturn } from "./use-return.ts";

const ICONS = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  refused: TriangleAlert,
  closed: TriangleAlert,
} as const satisfies Record<Saving["state"], unknown>;

export function SavingStatus({ session }: { readonly session: ArticleSession }) {
  const words = useTranslations("saving");
  const saving = useReadable(session.saving);
  const Icon = ICONS[saving.state];
  const wrong = saving.state === "refused" || saving.state === "closed";
  // where there is no room, what goes well needs no word to be seen
  const quiet = !wrong && saving.state !== "offline";
  return (
    <span
      className={classes(
        "relative flex min-w-0 items-center gap-1.5 px-1 text-sm",
        wrong ? "text-danger" : "text-muted",
        quiet && "max-[22.5rem]:sr-only",
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <span className={quiet ? "max-sm:sr-only" : "truncate max-sm:max-w-24"}>
        {savingWords(words, saving)}
      </span>
    </span>
  );
}

/** Stands below the bar while something is wrong that will not heal by itself. */
export function SavingNotice({
  session,
  title,
}: {
  readonly session: ArticleSession;
  readonly title: string;
}) {
  useReturn(session);
  const words = useTranslations("saving");
  const trouble = savingTrouble(words, useReadable(session.saving));
  if (trouble === null) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-rule border-b bg-sunken px-4 py-2"
    >
      <p>{trouble}</p>
      <span className="flex gap-2">
        <Button onClick={() => saveFile(session.unsavedWork(), `postil-${title}`)}>
          <Download size={16} aria-hidden />
          {words("save-as-file")}
        </Button>
        <Button look="quiet" onClick={() => window.location.reload()}>
          {words("reload")}
        </Button>
      </span>
    </div>
  );
}
