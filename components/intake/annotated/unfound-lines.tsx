// Notes whose words are not in the text that they would go to, told before anything is added.

import { useTranslations } from "use-intl";
import type { Taken } from "./annotated-answer.ts";

export function UnfoundLines({ taken }: { readonly taken: Taken }) {
  const words = useTranslations("annotated");
  return (
    <div role="alert" className="flex flex-col gap-2 border-danger border-s-2 ps-3">
      {taken.articles.map(({ title, unfound, examples }, at) =>
        unfound === 0 ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are told once, in this order
          <div key={at}>
            <p>{words("unfound", { count: unfound, title })}</p>
            <ul className="text-muted">
              {examples
                .filter((each) => each !== "")
                .map((each) => (
                  <li key={each} dir="auto">
                    {words("quoted", { quote: each })}
                  </li>
                ))}
            </ul>
          </div>
        ),
      )}
    </div>
  );
}
