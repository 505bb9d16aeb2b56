// Other labels that editors propose for an annotation: its author accepts or declines.

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { standingOf, type Talk } from "#domain/talk/talk-index.ts";
import { LabelName } from "../margin/label-name.tsx";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";
import { focusCard } from "./focus-card.ts";
import type { TalkDesk } from "./talk-desk.ts";

type CardProposalsProps = {
  readonly annotation: Annotation;
  readonly proposals: Talk["proposals"];
  readonly scheme: Scheme;
  readonly desk: TalkDesk;
  readonly people: MarginProps["people"];
};

/** Open ones for everybody; declined ones only for whoever made them. */
export function CardProposals({ proposals, ...props }: CardProposalsProps) {
  const { annotation, desk } = props;
  return proposals.map((proposal) => {
    const standing = standingOf(proposal, annotation);
    const own = proposal.author === desk.me.id;
    if (standing === "accepted" || (standing === "declined" && !own)) return null;
    if (own)
      return (
        <OwnProposal
          key={proposal.author}
          {...props}
          proposal={proposal}
          isOpen={standing === "open"}
        />
      );
    return <ForeignProposal key={proposal.author} {...props} proposal={proposal} />;
  });
}

type OneProposalProps = Omit<CardProposalsProps, "proposals"> & {
  readonly proposal: Talk["proposals"][number];
};

function OwnProposal({
  annotation,
  proposal,
  isOpen,
  scheme,
  desk,
  people,
}: OneProposalProps & { readonly isOpen: boolean }) {
  const words = useTranslations("talk");
  const author = personOf(useTranslations("margin"), people, annotation.author);
  const { id } = annotation;
  return (
    <ProposedLabel
      scheme={scheme}
      proposal={proposal}
      words={isOpen ? words("you-propose") : words.rich("was-declined", { name: author.name, bdi })}
    >
      <Button
        look="quiet"
        onClick={() => {
          desk.hand.propose(id, null);
          focusCard(id);
        }}
      >
        {words("take-back")}
      </Button>
    </ProposedLabel>
  );
}

function ForeignProposal({ annotation, proposal, scheme, desk, people }: OneProposalProps) {
  const words = useTranslations("talk");
  const { name } = personOf(useTranslations("margin"), people, proposal.author);
  const { id, author } = annotation;
  const answer = (accepts: boolean): void => {
    desk.hand.answer(id, proposal.author, accepts);
    focusCard(id);
  };
  return (
    <ProposedLabel
      scheme={scheme}
      proposal={proposal}
      words={words.rich("proposes", { name, bdi })}
    >
      {author === desk.me.id && (
        <>
          <Button className="h-8!" onClick={() => answer(true)}>
            {words("accept")}
          </Button>
          <Button look="quiet" onClick={() => answer(false)}>
            {words("decline")}
          </Button>
        </>
      )}
    </ProposedLabel>
  );
}

type ProposedLabelProps = Pick<OneProposalProps, "scheme" | "proposal"> & {
  readonly words: ReactNode;
  readonly children: ReactNode;
};

function ProposedLabel({ scheme, proposal: { kind, label }, words, children }: ProposedLabelProps) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted text-sm">{words}</p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex min-w-0 grow">
          <LabelName scheme={scheme} kind={kind} label={label} />
        </span>
        <span className="flex shrink-0 gap-1">{children}</span>
      </div>
    </div>
  );
}
