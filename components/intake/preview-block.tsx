// A block of the text as it will be, which can be left out.

import { type ChangeEvent, memo } from "react";
import { useTranslations } from "use-intl";
import type { ArticleNode } from "#domain/article/article.ts";
import { ArticleNodes } from "../article/article-nodes.tsx";
import { classes } from "../ui/classes.ts";

type PreviewBlockProps = {
  readonly node: ArticleNode;
  readonly index: number;
  /** Its words; "" for a picture or a line. */
  readonly text: string;
  readonly isOut: boolean;
  /** `through`: all from the block touched last on. */
  readonly onToggle: (index: number, through: boolean) => void;
};

/** How much of a block it is called by, in UTF-16 code units. */
const BEGINNING = 60;

export const PreviewBlock = memo(({ node, index, text, isOut, onToggle }: PreviewBlockProps) => {
  const words = useTranslations("intake");
  const toggle = ({ nativeEvent }: ChangeEvent): void =>
    onToggle(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
  // a wide table is pushed sideways by a finger
  const reach = node.type === "table" ? "inset-y-0 start-0 w-11" : "inset-0";
  return (
    <div className="relative min-h-8 rounded-md py-1 ps-11 [contain-intrinsic-size:auto_6rem] [content-visibility:auto] hover:bg-sunken pointer-coarse:min-h-11">
      <div className={classes("article", isOut && "text-muted! line-through [&_img]:opacity-40")}>
        <ArticleNodes nodes={[node]} preview />
      </div>
      <label
        className={classes(
          "absolute cursor-pointer select-none rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent",
          reach,
        )}
      >
        <input
          type="checkbox"
          checked={!isOut}
          onChange={toggle}
          aria-label={words("keep", { beginning: beginningOf(node, text) || words(nameOf(node)) })}
          className="absolute start-3 top-3 size-4 scroll-my-24 accent-accent outline-none"
        />
      </label>
    </div>
  );
});

function beginningOf({ attrs }: ArticleNode, text: string): string {
  const said = text.trim() || String(attrs?.alt ?? attrs?.caption ?? "");
  return said.length > BEGINNING ? `${said.slice(0, BEGINNING).toWellFormed()}…` : said;
}

const nameOf = ({ type }: ArticleNode) => (type === "image" ? "a-picture" : "a-line");
