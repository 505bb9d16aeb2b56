// What a hand can say about annotations: each act is done, told to those who listen, and can be taken back.

import * as z from "zod/mini";
import type { Ask } from "../library/ask-server.ts";
import { nameOf } from "../margin/label-name.tsx";
import type { TalkHand } from "../talk/talk-hand.ts";
import type { Words } from "../words/words.ts";
import type { Bench } from "./acts.ts";

type TalkBench = Pick<Bench, "session" | "announce" | "tell" | "offerUndo" | "scheme"> & {
  readonly words: Words<"talk">;
  readonly ask: Ask;
};

export function createTalkActs(bench: TalkBench): TalkHand {
  const { session, scheme, words, announce, offerUndo } = bench;
  const { talk } = session;
  const said = (sentence: string): void => {
    offerUndo(null);
    announce(sentence);
  };
  return {
    reply: (to, saying) => {
      talk.reply(to, saying);
      said(words("reply-sent"));
    },
    editReply: (id, saying) => {
      talk.editReply(id, saying);
      said(words("reply-saved"));
    },
    removeReply: (id) => {
      talk.removeReply(id);
      announce(words("reply-deleted"));
      offerUndo(words("reply-deleted"));
    },
    vote: (to, vote) => {
      talk.vote(to, vote);
      said(words(vote === null ? "vote-taken-back" : `voted-${vote}`));
    },
    propose: (to, labelling) => {
      talk.propose(to, labelling);
      const label = labelling && nameOf(scheme, labelling.kind, labelling.label);
      said(label === null ? words("proposal-taken-back") : words("proposed", { label }));
    },
    answer: (ref, proposer, accepts) => {
      if (accepts) talk.acceptProposal(ref, proposer);
      else talk.declineProposal(ref, proposer);
      said(words(accepts ? "accepted" : "declined"));
    },
    resolve: (ref, resolved) =>
      void decide(bench, {
        path: `annotations/${ref}/resolution`,
        method: resolved ? "PUT" : "DELETE",
        done: words(resolved ? "resolved" : "reopened"),
      }),
    hide: (ref, reason) =>
      void decide(bench, {
        ...hiding(`annotations/${ref}`, reason),
        done: words(reason === null ? "shown" : "hidden"),
      }),
    hideReply: (ref, reason) =>
      void decide(bench, {
        ...hiding(`replies/${ref}`, reason),
        done: words(reason === null ? "reply-shown" : "reply-hidden"),
      }),
    showWriting: (ref) => session.showWriting(ref),
  };
}

const hiding = (path: string, reason: string | null): Omit<Decision, "done"> => ({
  path: `${path}/hiding`,
  ...(reason === null ? { method: "DELETE" } : { method: "PUT", body: { reason } }),
});

type Decision = {
  /** Below the article. */
  readonly path: string;
  readonly method: "PUT" | "DELETE";
  readonly body?: object;
  /** What is said once it is done. */
  readonly done: string;
};

/** What concerns everybody is decided by the server; a refusal is told. */
async function decide(
  { session, ask, announce, tell, offerUndo }: TalkBench,
  { path, done, ...how }: Decision,
): Promise<void> {
  const question = { ...how, expect: z.unknown() };
  const answer = await ask(`/articles/${session.articleId}/${path}`, question);
  if (!answer.ok) {
    tell(answer.sentence);
    return;
  }
  offerUndo(null);
  announce(done);
}
