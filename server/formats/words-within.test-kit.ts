// What stands between the beginning and the end of each passage, as a file tells it in order.

type Told<Passage> =
  | { readonly begin: Passage }
  | { readonly end: Passage }
  | { readonly text: string };

/** The words of each passage that ended, with an empty line between blocks. */
export function wordsWithin<Passage>(
  blocks: readonly (readonly Told<Passage>[])[],
): Map<Passage, string> {
  const open = new Map<Passage, string>();
  const ended = new Map<Passage, string>();
  const add = (text: string): void => {
    for (const [passage, words] of open) open.set(passage, words + text);
  };
  for (const [index, told] of blocks.entries()) {
    if (index > 0) add("\n\n");
    for (const step of told) {
      if ("text" in step) add(step.text);
      else if ("begin" in step) open.set(step.begin, "");
      else end(step.end);
    }
  }
  return ended;

  function end(passage: Passage): void {
    const words = open.get(passage);
    if (words === undefined || ended.has(passage)) throw new Error("a passage ended twice");
    ended.set(passage, words);
    open.delete(passage);
  }
}
