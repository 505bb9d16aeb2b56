import { afterAll, expect, test } from "vitest";
import type { Talk } from "#domain/talk/talk-index.ts";
import type { ArticleSession } from "./article-session.ts";
import { OwnServer, saved } from "./own-server.test-kit.ts";

const server = await OwnServer.start();
const owner = await server.enterAsOwner();
const [ada, ben] = [await server.enter("Ada"), await server.enter("Ben")];
afterAll(() => server.remove());

const LOADED = { kind: "framing", label: "loaded" } as const;

function mark(session: ArticleSession): string {
  const marked = session.mark({ start: 4, end: 12 }, { kind: "claim", label: "fact" });
  if ("refusal" in marked) throw new Error(marked.refusal);
  return marked.ref;
}

/** Resolves once what is said about an annotation is as it should be. */
function told({ talk }: ArticleSession, ref: string, isSo: (talk: Talk) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const about = talk.about(ref);
    const check = (): void => {
      if (!isSo(about.get())) return;
      stop();
      resolve();
    };
    const stop = about.subscribe(check);
    check();
  });
}

/** Ada's annotation, and her, Ben's and the owner's sessions. */
async function meet() {
  const articleId = await server.addArticle(owner, "The minister lied to the council.");
  const sessions = {
    hers: server.open(ada, articleId),
    his: server.open(ben, articleId),
    owners: server.open(owner, articleId, "owner"),
  };
  await Promise.all(Object.values(sessions).map(saved));
  const ref = mark(sessions.hers);
  const leave = (): void => {
    for (const session of Object.values(sessions)) session.destroy();
  };
  return { ...sessions, articleId, ref, leave };
}

test("[N9] replies and votes are told to the others, and undo takes them back one by one", async () => {
  const { hers, his, ref, leave } = await meet();
  his.talk.reply(ref, { text: "Who says so?", mentions: [ada.id] });
  his.talk.vote(ref, "agree");
  his.talk.vote(ref, "unsure");
  await told(hers, ref, ({ votes }) => votes[0]?.vote === "unsure");
  expect(hers.talk.about(ref).get().replies).toMatchObject([
    { author: ben.id, text: "Who says so?", mentions: [ada.id] },
  ]);
  his.undo();
  await told(hers, ref, ({ votes }) => votes[0]?.vote === "agree");
  his.undo();
  await told(hers, ref, ({ votes }) => votes.length === 0);
  his.undo();
  await told(hers, ref, ({ replies }) => replies.length === 0);
  his.redo();
  await told(hers, ref, ({ replies }) => replies.length === 1);
  leave();
});

test("[N9] the author accepts a proposal in one step, and nobody else can", async () => {
  const { hers, his, owners, ref, leave } = await meet();
  owners.talk.propose(ref, LOADED);
  await Promise.all(
    [hers, his].map((each) => told(each, ref, (talk) => talk.proposals.length > 0)),
  );
  his.talk.acceptProposal(ref, owner.id);
  hers.talk.acceptProposal(ref, ben.id);
  expect(hers.index.get(ref)?.annotation.kind).toBe("claim");
  hers.talk.acceptProposal(ref, owner.id);
  expect(hers.index.get(ref)?.annotation).toMatchObject(LOADED);
  hers.undo();
  expect(hers.index.get(ref)?.annotation).toMatchObject({ kind: "claim", answered: {} });
  hers.talk.declineProposal(ref, owner.id);
  expect(hers.index.get(ref)?.annotation.answered[owner.id]?.accepted).toBe(false);
  leave();
});

test("[N9] what the server decides is told", async () => {
  const { hers, articleId, ref, leave } = await meet();
  await saved(hers);
  const path = `/api/articles/${articleId}/annotations/${ref}`;
  await server.ask(owner, "PUT", `${path}/hiding`, { reason: "Names a pupil" });
  await told(hers, ref, ({ hidden }) => hidden?.reason === "Names a pupil");
  expect(hers.talk.hidden.get()).toEqual(new Set([ref]));
  await server.ask(owner, "DELETE", `${path}/hiding`, {});
  await told(hers, ref, ({ hidden }) => hidden === null);
  expect(hers.talk.hidden.get().size).toBe(0);
  leave();
});

test("[N9] whoever may only read says nothing", async () => {
  const { his, articleId, ref, leave } = await meet();
  const reader = server.open(ben, articleId, "viewer");
  await saved(reader);
  reader.talk.reply(ref, { text: "Hm.", mentions: [] });
  reader.talk.vote(ref, "agree");
  expect(reader.talk.about(ref).get().replies).toEqual([]);
  expect(his.talk.about(ref).get().votes).toEqual([]);
  reader.destroy();
  leave();
});

test("[N9] attributes are filled in by the author", async () => {
  const { hers, his, ref, leave } = await meet();
  hers.setAttribute(ref, "speaker", "The minister");
  his.setAttribute(ref, "speaker", "Ben");
  expect(hers.index.get(ref)?.annotation.attributes).toEqual({ speaker: "The minister" });
  hers.setAttribute(ref, "speaker", "");
  expect(hers.index.get(ref)?.annotation.attributes).toEqual({});
  leave();
});
