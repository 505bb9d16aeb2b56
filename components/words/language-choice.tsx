"use client";
// The languages that Postil speaks, each by its own name.

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { INTERFACE_LANGUAGES, LANGUAGE_COOKIE } from "./interface-languages.ts";

/** How long a browser remembers the choice, in seconds: a year. */
const KEPT = 31_536_000;

/** Choosing one translates the page in place: nothing that is open or unsaved is lost. */
export function LanguageChoice() {
  const words = useTranslations("ui");
  const locale = useLocale();
  const spoken = INTERFACE_LANGUAGES.find((each) => each.locale === locale);
  const router = useRouter();
  const choose = (tag: string): void => {
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing without https and in older browsers
    document.cookie = `${LANGUAGE_COOKIE}=${tag}; path=/; max-age=${KEPT}; samesite=lax`;
    router.refresh();
  };
  return (
    <label className="flex h-8 w-fit items-center gap-2 rounded-md px-2 text-muted text-sm hover:bg-sunken hover:text-ink pointer-coarse:h-11 pointer-coarse:text-[1rem]">
      <Languages size={16} aria-hidden />
      <select
        aria-label={words("interface-language")}
        value={spoken?.tag}
        onChange={(event) => choose(event.target.value)}
        className="h-full bg-transparent"
      >
        {INTERFACE_LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} className="bg-raised text-ink">
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
