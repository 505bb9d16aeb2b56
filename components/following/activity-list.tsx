// What happened in the article, day by day, the newest first; a line leads to what it is about.

import { useEffect, useMemo, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { Person } from "#domain/person.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { Face } from "../margin/face.tsx";
import { nameOf } from "../margin/label-name.tsx";
import { personOf } from "../margin/margin-props.ts";
import { NewSign } from "../margin/new-sign.tsx";
import { useMinute } from "../margin/use-minute.ts";
import type { ArticleTalk } from "../session/article-talk.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { bdi } from "../words/bdi.tsx";
import { byDay, type Deed, daysAgo, deedsOf } from "./activity.ts";

export type ActivityListProps = {
  readonly scheme: Scheme;
  readonly talk: ArticleTalk;
  /** Whatever the filter. */
  readonly all: readonly Placed[];
  readonly people: ReadonlyMap<string, Person>;
  readonly me: Person;
  readonly onOpen: (id: string) => void;
};

/** How many are shown first, and how many more each time. */
const SHOWN = 100;

/** How long changes of the talk are gathered, in milliseconds. */
const PAUSE = 200;

export function ActivityList(props: ActivityListProps) {
  const words = useTranslations("following");
  const deeds = useDeeds(props);
  const [shown, setShown] = useState(SHOWN);
  const days = useMemo(() => byDay(deeds.slice(0, shown)), [deeds, shown]);
  if (deeds.length === 0) return <p className="px-4 py-6 text-muted">{words("nothing-yet")}</p>;
  return (
    <div className="min-h-0 grow overflow-auto overscroll-contain px-4 pb-4">
      <div className="mx-auto max-w-3xl">
        {days.map((ofDay) => (
          <section key={ofDay[0]?.key}>
            <h2 className="sticky top-0 z-10 bg-paper py-2 font-semibold text-sm">
              <Day at={ofDay[0]?.at ?? 0} />
            </h2>
            <ul>
              {ofDay.map((deed) => (
                <DeedLine key={deed.key} deed={deed} {...props} />
              ))}
            </ul>
          </section>
        ))}
        {deeds.length > shown && (
          <Button className="mt-4" onClick={() => setShown(shown + SHOWN)}>
            {words("earlier")}
          </Button>
        )}
      </div>
    </div>
  );
}

function useDeeds({ all, talk }: ActivityListProps): readonly Deed[] {
  const [heard, setHeard] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = talk.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setHeard((count) => count + 1);
      }, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [talk]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `heard` is not read, it says when to look again
  return useMemo(() => deedsOf(all, (ref) => talk.about(ref).get()), [all, talk, heard]);
}

function Day({ at }: { readonly at: number }) {
  const format = useFormatter();
  const locale = useLocale();
  const days = daysAgo(at, useMinute());
  if (days > 1) return format.dateTime(at, { dateStyle: "full" });
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
}

type DeedLineProps = ActivityListProps & { readonly deed: Deed };

function DeedLine({ deed, people, me, onOpen, ...known }: DeedLineProps) {
  const words = useTranslations("following");
  const unknown = useTranslations("margin");
  const format = useFormatter();
  const { about, by, at } = deed;
  const person = personOf(unknown, people, by);
  const mentionsMe = deed.what === "replied" && deed.mentions.includes(me.id);
  return (
    <li
      className={classes(
        "relative flex gap-3 rounded-md px-2 py-2 hover:bg-sunken",
        mentionsMe &&
          "bg-raised shadow-[inset_2px_0_var(--accent)] rtl:shadow-[inset_-2px_0_var(--accent)]",
      )}
    >
      <NewSign ids={[about.id]} />
      <Face person={person} />
      <div className="min-w-0 grow">
        <button
          type="button"
          onClick={() => onOpen(about.id)}
          className="w-full text-start after:absolute after:inset-0"
        >
          <span className="wrap-anywhere line-clamp-3">
            <DeedWords deed={deed} name={person.name} scheme={known.scheme} />
          </span>
        </button>
        {"text" in deed && deed.text !== "" && (
          <p dir="auto" className="wrap-anywhere line-clamp-3 text-muted">
            {deed.text}
          </p>
        )}
        {mentionsMe && <p className="font-semibold text-accent text-sm">{words("mentions-you")}</p>}
      </div>
      <time dateTime={new Date(at).toISOString()} className="shrink-0 text-muted text-xs">
        {format.dateTime(at, { timeStyle: "short" })}
      </time>
    </li>
  );
}

type DeedWordsProps = {
  readonly deed: Deed;
  readonly name: string;
  readonly scheme: Scheme;
};

function DeedWords({ deed, name, scheme }: DeedWordsProps) {
  const words = useTranslations("following");
  const { about } = deed;
  const said = {
    name,
    bdi,
    q: () => (
      <q dir="auto" className="font-serif">
        {about.anchor.quote}
      </q>
    ),
  };
  if (deed.what === "voted") return words.rich(`voted-${deed.vote}`, said);
  if (deed.what === "marked") {
    return words.rich("marked", { ...said, label: nameOf(scheme, about.kind, about.label) });
  }
  if (deed.what === "proposed") {
    const { kind, label } = deed.labelling;
    return words.rich("proposed", { ...said, label: nameOf(scheme, kind, label) });
  }
  return words.rich(deed.what, said);
}
