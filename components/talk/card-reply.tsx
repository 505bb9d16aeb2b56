// One reply: whose it is, when, what it says. One's own can be changed and deleted; editors hide those of others.

import { EyeOff, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useCallback, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import type { ToldReply } from "#domain/talk/talk-index.ts";
import { AuthorName } from "../margin/author-name.tsx";
import { Face } from "../margin/face.tsx";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { keepDraft } from "./drafts.ts";
import { focusCard } from "./focus-card.ts";
import { HiddenActions, HiddenLine } from "./hidden-line.tsx";
import { HideDialog } from "./late-hide-dialog.ts";
import { leadsTo } from "./linked-reply.ts";
import { ReplyField } from "./reply-field.tsx";
import { ReplyText } from "./reply-text.tsx";
import { rightsAt, type TalkDesk } from "./talk-desk.ts";

type CardReplyProps = {
  readonly reply: ToldReply;
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
  /** Whether it is one's own, and may be changed. */
  readonly own: boolean;
};

export function CardReply({ reply, desk, people, own }: CardReplyProps) {
  const words = useTranslations("talk");
  const [editing, setEditing] = useState(false);
  const author = personOf(useTranslations("margin"), people, reply.author);
  const isLinked = leadsTo(reply);
  const showLinked = useCallback(
    (line: HTMLElement | null) => void (isLinked && line?.scrollIntoView({ block: "center" })),
    [isLinked],
  );
  return (
    <li ref={showLinked} className="group/reply flex gap-2">
      <Face person={author} className="size-5" />
      <div className="min-w-0 grow">
        <p className="flex min-h-5 items-baseline gap-x-2 text-muted text-sm">
          <AuthorName author={author} />
          <Moment at={reply.createdAt} className="shrink-0 text-xs" />
          {reply.editedAt !== null && <span className="text-xs">{words("edited")}</span>}
          {!editing && (
            <span className="-my-1 ms-auto flex self-center opacity-0 focus-within:opacity-100 group-hover/reply:opacity-100 pointer-coarse:opacity-100">
              {own && <OwnActions reply={reply} desk={desk} onEdit={() => setEditing(true)} />}
              {rightsAt(desk, reply).hide && !reply.hidden && (
                <HideAction reply={reply} desk={desk} />
              )}
            </span>
          )}
        </p>
        {editing ? (
          <EditedReply reply={reply} desk={desk} people={people} onDone={() => setEditing(false)} />
        ) : (
          <ReplyWords reply={reply} desk={desk} people={people} />
        )}
      </div>
    </li>
  );
}

/** What it says; of a hidden one the reason, until somebody who may looks at it. */
function ReplyWords({ reply, desk, people }: Omit<CardReplyProps, "own">) {
  const [unfolded, setUnfolded] = useState(false);
  const text = <ReplyText reply={reply} me={desk.me} people={people} />;
  if (!reply.hidden) return text;
  return (
    <>
      <HiddenLine hiding={reply.hidden} people={people} />
      {unfolded && <div className="pt-1 text-muted">{text}</div>}
      <HiddenActions
        may={rightsAt(desk, reply)}
        unfolded={unfolded}
        onUnfold={() => setUnfolded(!unfolded)}
        onShow={() => {
          desk.hand.hideReply(refTo(reply.author, reply.id), null);
          focusCard(reply.to);
        }}
      />
    </>
  );
}

type ReplyActionProps = {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function ReplyAction({ name, onPress, children }: ReplyActionProps) {
  return (
    <Button look="icon" className="size-6!" aria-label={name} title={name} onClick={onPress}>
      {children}
    </Button>
  );
}

type OwnActionsProps = Pick<CardReplyProps, "reply" | "desk"> & { readonly onEdit: () => void };

function OwnActions({ reply, desk, onEdit }: OwnActionsProps) {
  const words = useTranslations("talk");
  const remove = (): void => {
    desk.hand.removeReply(reply.id);
    focusCard(reply.to);
  };
  return (
    <>
      <ReplyAction name={words("edit-reply")} onPress={onEdit}>
        <Pencil size={14} aria-hidden />
      </ReplyAction>
      <ReplyAction name={words("delete-reply")} onPress={remove}>
        <Trash2 size={14} aria-hidden />
      </ReplyAction>
    </>
  );
}

function HideAction({ reply, desk }: Pick<CardReplyProps, "reply" | "desk">) {
  const words = useTranslations("talk");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ReplyAction name={words("hide-reply")} onPress={() => setAsking(true)}>
        <EyeOff size={14} aria-hidden />
      </ReplyAction>
      {asking && (
        <HideDialog
          title={words("hide-reply-title")}
          onClose={() => setAsking(false)}
          onHide={(reason) => {
            desk.hand.hideReply(refTo(reply.author, reply.id), reason);
            focusCard(reply.to);
          }}
        />
      )}
    </>
  );
}

type EditedReplyProps = Omit<CardReplyProps, "own"> & { readonly onDone: () => void };

function EditedReply({ reply: { id, to, text }, desk, people, onDone }: EditedReplyProps) {
  const words = useTranslations("talk");
  const field = useId();
  const leave = (): void => {
    onDone();
    focusCard(to);
  };
  return (
    <ReplyField
      id={field}
      name={words("edit-reply")}
      send={words("save")}
      draft={`reply/${id}`}
      initial={text}
      takesFocus
      canCancel
      desk={desk}
      people={people}
      onSend={(saying) => {
        desk.hand.editReply(id, saying);
        leave();
      }}
      onWriting={(isWriting) => desk.hand.showWriting(isWriting ? to : null)}
      onLeave={() => {
        keepDraft(`reply/${id}`, "");
        leave();
      }}
    />
  );
}
