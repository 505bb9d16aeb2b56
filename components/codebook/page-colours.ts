// The page's own colours, as far as the colours of kinds have to go with them; app/globals.css has the same.

export const THEMES = ["light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** `grounds` are paper, raised and sunken: what letters in the colour of a kind stand on. */
export const PAGE: Readonly<
  Record<Theme, { readonly ink: string; readonly grounds: readonly string[] }>
> = {
  light: { ink: "#1c1b19", grounds: ["#fcfbf8", "#ffffff", "#f3f1eb"] },
  dark: { ink: "#ece9e2", grounds: ["#161513", "#1f1d1a", "#24221f"] },
};
