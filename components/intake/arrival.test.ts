import { expect, test } from "vitest";
import { articleBody, readyStage, saidOf } from "./arrival.ts";
import { toggle } from "./trim.ts";

const CAME = {
  id: "import",
  title: "The harbour",
  byline: "Ada Moss",
  published: null,
  source: null,
  language: null,
  blocks: [{ text: "The harbour" }, { text: "Words" }],
  content: [],
  notices: [],
};

test("[B6] only what somebody changed is said", () => {
  const ready = readyStage(CAME);
  expect(articleBody("space", ready)).toEqual({ space: "space", import: "import", without: [] });
  const draft = { ...ready.draft, title: " Our harbour ", byline: "", language: "de" };
  const trim = toggle(draft.trim, 1, false);
  expect(articleBody("space", { ...ready, draft: { ...draft, trim } })).toEqual({
    ...{ space: "space", import: "import", without: [1] },
    ...{ title: "Our harbour", byline: "", language: "de" },
  });
});

test("[B2] what somebody said of it stays when it is read in another way", () => {
  const ready = readyStage(CAME);
  const changed = { ...ready, draft: { ...ready.draft, title: "Our harbour", language: "de" } };
  const again = readyStage({ ...CAME, title: "# The harbour", byline: "A. M." }, saidOf(changed));
  expect(again.draft).toMatchObject({ title: "Our harbour", byline: "A. M.", language: "de" });
});
