// What would stay behind as it is chosen, told before anything is added: notes whose words are not in the
// text that they would go to, and what was said or decided about the others.

import { useTranslations } from "use-intl";
import type { Taken } from "./annotated-answer.ts";

type TakenArticle = Taken["articles"][number];

export function BehindLines({ taken }: { readonly taken: Taken }) {
  return (
    <div role="alert" className="flex flex-col gap-2 border-danger border-s-2 ps-3">
      {taken.articles.map((article, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are told once, in this order
        <BehindOf key={at} article={article} />
      ))}
    </div>
  );
}

function BehindOf({
  article: { title, unfound, examples, unsaid },
}: {
  readonly article: TakenArticle;
}) {
  const words = useTranslations("annotated");
  const quotes = examples.filter((each) => each !== "");
  return (
    <>
      {unfound > 0 && (
        <div>
          <p>{words("unfound", { count: unfound, title })}</p>
          <ul className="text-muted">
            {quotes.map((quote, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same
              <li key={at} dir="auto">
                {words("quoted", { quote })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {unsaid > 0 && <p>{words("unsaid", { count: unsaid, title })}</p>}
    </>
  );
}
