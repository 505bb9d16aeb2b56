// One reply: whose it is, when, what it says. One's own can be changed and deleted.

import { Pencil, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Reply } from "#domain/talk.ts";
import { Face } from "../margin/face.tsx";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { Moment } from "../margin/moment.tsx";
import { Button } from "../ui/button.tsx";
import { keepDraft } from "./drafts.ts";
import { focusCard } from "./focus-card.ts";
import { ReplyField } from "./reply-field.tsx";
import { ReplyText } from "./reply-text.tsx";
import type { TalkDesk } from "./talk-desk.ts";

type CardReplyProps = {
  readonly reply: Reply;
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
  /** Whether it is one's own, and may be changed. */
  readonly own: boolean;
};

export function CardReply({ reply, desk, people, own }: CardReplyProps) {
  const words = useTranslations("talk");
  const [editing, setEditing] = useState(false);
  const author = personOf(useTranslations("margin"), people, reply.author);
  return (
    <li className="group/reply flex gap-2">
      <Face person={author} className="size-5" />
      <div className="min-w-0 grow">
        <p className="flex min-h-5 items-baseline gap-x-2 text-muted text-sm">
          <bdi className="truncate">{author.name}</bdi>
          <Moment at={reply.createdAt} className="shrink-0 text-xs" />
          {reply.editedAt !== null && <span className="text-xs">{words("edited")}</span>}
          {own && !editing && (
            <ReplyActions reply={reply} desk={desk} onEdit={() => setEditing(true)} />
          )}
        </p>
        {editing ? (
          <EditedReply reply={reply} desk={desk} people={people} onDone={() => setEditing(false)} />
        ) : (
          <ReplyText reply={reply} me={desk.me} people={people} />
        )}
      </div>
    </li>
  );
}

type ReplyActionsProps = Pick<CardReplyProps, "reply" | "desk"> & { readonly onEdit: () => void };

function ReplyActions({ reply, desk, onEdit }: ReplyActionsProps) {
  const words = useTranslations("talk");
  return (
    <span className="-my-1 ms-auto flex self-center opacity-0 focus-within:opacity-100 group-hover/reply:opacity-100 pointer-coarse:opacity-100">
      <Button
        look="icon"
        className="size-6!"
        aria-label={words("edit-reply")}
        title={words("edit-reply")}
        onClick={onEdit}
      >
        <Pencil size={14} aria-hidden />
      </Button>
      <Button
        look="icon"
        className="size-6!"
        aria-label={words("delete-reply")}
        title={words("delete-reply")}
        onClick={() => {
          desk.hand.removeReply(reply.id);
          focusCard(reply.to);
        }}
      >
        <Trash2 size={14} aria-hidden />
      </Button>
    </span>
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
