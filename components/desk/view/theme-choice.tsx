// Light, dark, or as the device has it.

import { useTranslations } from "use-intl";
import { THEMES, useTheme } from "../../ui/theme.ts";

export function ThemeChoice() {
  const words = useTranslations("desk");
  const [theme, choose] = useTheme();
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{words("theme")}</legend>
      {THEMES.map((each) => (
        <label
          key={each}
          className="flex h-8 grow items-center justify-center gap-2 rounded-md px-2 text-sm hover:bg-sunken has-checked:bg-sunken has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={theme === each}
            onChange={() => choose(each)}
          />
          {words(`theme-${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
