// Which files bring annotations along: they are brought in by another way.

type Sorted = {
  /** Each becomes an article. */
  readonly articles: readonly File[];
  /** Articles with what people wrote on them, in files that may belong together. */
  readonly annotated: readonly File[];
};

const ANNOTATED = /\.(?:tsv|json|jsonl|ann|conll|iob|xmi|csv|zip)$/i;

/** Texts belong to the annotations of the same name. */
export function sortFiles(files: readonly File[]): Sorted {
  const texts = new Set(
    files.flatMap(({ name }) => (/\.ann$/i.test(name) ? [name.replace(/ann$/i, "txt")] : [])),
  );
  const isAnnotated = ({ name }: File): boolean => ANNOTATED.test(name) || texts.has(name);
  return {
    articles: files.filter((file) => !isAnnotated(file)),
    annotated: files.filter(isAnnotated),
  };
}
