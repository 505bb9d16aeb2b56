import { describe, expect, test } from "vitest";
import { articleBody, beforeOf, readyStage } from "./arrival.ts";
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

describe("what came before", () => {
  const first = readyStage(CAME);
  const trim = toggle(first.draft.trim, 1, false);
  const before = {
    ...first,
    draft: { ...first.draft, title: "Our harbour", language: "de", trim },
  };

  test("[B2] read in another way keeps what somebody said of it", () => {
    const read = { ...CAME, title: "# The harbour", byline: "A. M.", blocks: [{ text: "Words" }] };
    const { draft } = readyStage(read, beforeOf(before));
    expect(draft).toMatchObject({ title: "Our harbour", byline: "A. M.", language: "de" });
    expect(draft.trim.out).toEqual(new Set());
  });

  test("[B4] and came anew is trimmed as it was", () => {
    const again = { ...CAME, id: "again", blocks: CAME.blocks.map((block) => ({ ...block })) };
    expect(articleBody("space", readyStage(again, beforeOf(before)))).toEqual({
      ...{ space: "space", import: "again", without: [1] },
      ...{ title: "Our harbour", language: "de" },
    });
  });
});
