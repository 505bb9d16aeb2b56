// What one can do with an annotation: quote it, link to it, choose it; with one's own, too, give it
// another label, mark what says the same, or delete it.

import { CopyPlus, Ellipsis, Link, ListChecks, Quote, Tag, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { KeyHint, useKey } from "../keys/key-hints.tsx";
import type { KeyCommand } from "../keys/key-table.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import type { CardHand } from "./card-hand.ts";
import { KindButtons } from "./kind-buttons.tsx";
import { LabelButtons } from "./label-buttons.tsx";

type CardActionsProps = {
  readonly annotation: Annotation;
  readonly mine: boolean;
  readonly scheme: Scheme;
  readonly hand: CardHand;
  /** What can be done besides. */
  readonly children?: ReactNode;
};

export function CardActions({ annotation, mine, scheme, hand, children }: CardActionsProps) {
  const words = useTranslations("margin");
  const { id, kind } = annotation;
  return (
    <div className="absolute end-1 top-1 z-10 flex">
      {mine && (
        <>
          <LabelMenu annotation={annotation} scheme={scheme} hand={hand} />
          <Button
            look="icon"
            aria-label={words("delete-this", { kind: kindOf(scheme, kind).name })}
            title={words("delete")}
            onClick={() => hand.remove(id)}
          >
            <Trash2 size={16} aria-hidden />
          </Button>
        </>
      )}
      {children}
      <MoreMenu id={id} mine={mine} hand={hand} />
    </div>
  );
}

type MoreMenuProps = {
  readonly id: string;
  readonly mine: boolean;
  readonly hand: CardHand;
};

function MoreMenu({ id, mine, hand }: MoreMenuProps) {
  const words = useTranslations("margin");
  return (
    <Popover
      label={words("more")}
      className="flex-col p-1 open:flex"
      onOpen={() => hand.select(id)}
      button={{
        "aria-label": words("more"),
        title: words("more"),
        className: buttonLook("icon"),
        children: <Ellipsis size={16} aria-hidden />,
      }}
    >
      {(close) => {
        const act = (run: (id: string) => void) => () => {
          close();
          run(id);
        };
        return (
          <>
            <MoreItem command="copy" name={words("copy-quote")} onPress={act(hand.copyQuote)}>
              <Quote size={16} aria-hidden />
            </MoreItem>
            <MoreItem command="link" name={words("copy-link")} onPress={act(hand.copyLink)}>
              <Link size={16} aria-hidden />
            </MoreItem>
            <MoreItem command="choose" name={words("choose")} onPress={act(hand.choose)}>
              <ListChecks size={16} aria-hidden />
            </MoreItem>
            {mine && <Mentions count={hand.mentionsLeft(id)} onPress={act(hand.markMentionsOf)} />}
          </>
        );
      }}
    </Popover>
  );
}

type MentionsProps = { readonly count: number; readonly onPress: () => void };

/** Nothing when the words stand nowhere else. */
function Mentions({ count, onPress }: MentionsProps) {
  const words = useTranslations("desk");
  if (count === 0) return null;
  return (
    <MoreItem command="mentions" name={words("mentions-more", { count })} onPress={onPress}>
      <CopyPlus size={16} aria-hidden />
    </MoreItem>
  );
}

type MoreItemProps = {
  readonly command: KeyCommand;
  readonly name: string;
  readonly onPress: () => void;
  /** The icon. */
  readonly children: ReactNode;
};

function MoreItem({ command, name, onPress, children }: MoreItemProps) {
  return (
    <Button look="quiet" aria-keyshortcuts={useKey(command)} className="gap-3" onClick={onPress}>
      {children}
      <span className="grow text-start">{name}</span>
      <KeyHint command={command} />
    </Button>
  );
}

function LabelMenu({
  annotation: { id, kind, label },
  scheme,
  hand,
}: Omit<CardActionsProps, "mine" | "children">) {
  const words = useTranslations("margin");
  return (
    <Popover
      label={words("change-label")}
      className="w-96 p-2"
      // the buttons of a card that is only pointed at go when the pointer leaves it
      onOpen={() => hand.select(id)}
      button={{
        "aria-label": words("change-label"),
        title: words("change-label"),
        className: buttonLook("icon"),
        children: <Tag size={16} aria-hidden />,
      }}
    >
      {(close) => (
        <>
          <KindButtons
            scheme={scheme}
            label={words("kind")}
            value={kind}
            onPick={(picked) => {
              if (picked !== kind) hand.relabel(id, { kind: picked, label: null });
            }}
          />
          <div className="mt-2 border-rule border-t pt-2">
            <LabelButtons
              scheme={scheme}
              kind={kind}
              value={label}
              onPick={(picked) => {
                hand.relabel(id, { kind, label: picked });
                close();
              }}
            />
          </div>
        </>
      )}
    </Popover>
  );
}
