// Asked where somebody types another name than that of the guest whom this browser knows: computers are
// shared, and nobody is to sit down in another's seat.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";

type WhoIsItProps = {
  /** The name of the guest whom the browser knows. */
  readonly known: string;
  /** The one that was typed. */
  readonly typed: string;
  readonly onSame: () => void;
  readonly onOther: () => void;
};

export function WhoIsIt({ known, typed, onSame, onOther }: WhoIsItProps) {
  const words = useTranslations("space");
  return (
    <>
      <h1 className="text-balance font-serif text-[1.75rem] leading-9">
        {words.rich("known-title", { name: known, bdi })}
      </h1>
      <p className="text-muted">{words.rich("known-why", { name: known, bdi })}</p>
      <p className="flex flex-col items-start gap-2">
        <Button autoFocus className="h-auto! min-h-10 whitespace-normal! py-2" onClick={onSame}>
          {words("known-same", { name: typed })}
        </Button>
        <Button className="h-10!" onClick={onOther}>
          {words("known-other")}
        </Button>
      </p>
      <p className="text-muted text-sm">{words.rich("known-other-why", { name: known, bdi })}</p>
    </>
  );
}
