// The field in which a reply is typed. An @ offers names; Ctrl or ⌘ with Enter sends.

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { mentionedIn } from "#domain/talk/mention.ts";
import { MENTIONS, REPLY_LENGTH, type Saying } from "#domain/talk/talk.ts";
import type { MarginProps } from "../margin/margin-props.ts";
import { Button } from "../ui/button.tsx";
import { keepDraft, recallDraft } from "./drafts.ts";
import { MentionList, optionId } from "./mention-list.tsx";
import type { TalkDesk } from "./talk-desk.ts";
import { type Mentions, useMentions } from "./use-mentions.ts";

type ReplyFieldProps = {
  /** The DOM id of the field. */
  readonly id: string;
  /** What it is for, and the words on the button. */
  readonly name: string;
  readonly send: string;
  /** Under which what is typed is kept until it is sent. */
  readonly draft: string;
  /** What stands in it at first, where nothing was typed before. */
  readonly initial?: string;
  /** Whether it opens where somebody just chose to write. */
  readonly takesFocus?: boolean;
  readonly canCancel?: boolean;
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
  readonly onSend: (saying: Saying) => void;
  /** Whether somebody is typing. */
  readonly onWriting: (isWriting: boolean) => void;
  /** Escape, or the button beside "send". */
  readonly onLeave: () => void;
};

export function ReplyField(props: ReplyFieldProps) {
  const { send, takesFocus = false, canCancel = false, onLeave } = props;
  const words = useTranslations("talk");
  const field = useRef<HTMLTextAreaElement>(null);
  const reply = useReply(props, field);
  const list = useId();
  useEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [takesFocus]);
  const { offered, active, pick } = reply.mentions;
  return (
    <div className="flex flex-col gap-1">
      <ReplyArea {...props} field={field} reply={reply} list={list} />
      <MentionList id={list} people={offered} active={active} onPick={pick} />
      {reply.text.trim() !== "" && (
        <div className="flex justify-end gap-1">
          {canCancel && (
            <Button look="quiet" onClick={onLeave}>
              {words("cancel")}
            </Button>
          )}
          <Button title={words("send-hint")} className="h-8!" onClick={reply.finish}>
            {send}
          </Button>
        </div>
      )}
    </div>
  );
}

type UnsentReply = {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly finish: () => void;
  readonly mentions: Mentions;
};

/** What is typed until it is sent, with the people whom it names. */
function useReply(
  props: ReplyFieldProps,
  field: RefObject<HTMLTextAreaElement | null>,
): UnsentReply {
  const { draft, initial = "", desk, people, onSend, onWriting } = props;
  const picked = useRef(new Set<string>());
  const [text, setText] = useState(() => recallDraft(draft) || initial);
  const write = (next: string): void => {
    setText(next);
    keepDraft(draft, next === initial ? "" : next);
    onWriting(next.trim() !== "");
  };
  const mentions = useMentions({
    ...{ field, desk, people },
    onPick: (next, person) => {
      picked.current.add(person.id);
      write(next);
    },
  });
  const finish = (): void => {
    const said = text.trim();
    if (said === "") return;
    keepDraft(draft, "");
    setText("");
    onWriting(false);
    field.current?.focus(); // the button goes
    const named = mentionedIn(said, mentions.known, picked.current).slice(0, MENTIONS);
    onSend({ text: said, mentions: named });
  };
  return { text, write, finish, mentions };
}

type ReplyAreaProps = ReplyFieldProps & {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly reply: UnsentReply;
  /** The DOM id of the list of names. */
  readonly list: string;
};

function ReplyArea({ id, name, field, reply, list, onWriting, onLeave }: ReplyAreaProps) {
  const { text, write, finish, mentions } = reply;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (mentions.take(event)) event.preventDefault();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish();
    else if (event.key === "Escape") onLeave();
    else return;
    event.stopPropagation();
  };
  const isOpen = mentions.offered.length > 0;
  return (
    <textarea
      ref={field}
      id={id}
      aria-label={name}
      placeholder={name}
      rows={1}
      dir="auto"
      maxLength={REPLY_LENGTH}
      value={text}
      aria-autocomplete="list"
      aria-controls={isOpen ? list : undefined}
      aria-activedescendant={isOpen ? optionId(list, mentions.active) : undefined}
      onChange={(event) => {
        write(event.target.value);
        mentions.follow();
      }}
      onSelect={mentions.follow}
      onBlur={() => onWriting(false)}
      onKeyDown={onKeyDown}
      className="field-sizing-content min-h-8 w-full resize-none rounded-md border border-rule-strong bg-raised px-2 py-1 text-ink placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:text-[1rem]"
    />
  );
}
