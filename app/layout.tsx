// The shell of every page: fonts, colours, the theme chosen in this browser, the visitor's language.

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { THEME_SCRIPT } from "#components/ui/theme-script.ts";
import { readLanguage, readWords, WithWords } from "./words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const words = await readWords("pages");
  return {
    title: { default: "Postil", template: "%s · Postil" },
    description: words("description"),
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  // what stands at the bottom stays above a phone's keyboard
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#161513" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { tag, direction } = await readLanguage();
  return (
    <html lang={tag} dir={direction} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; it must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <WithWords areas={[]}>{children}</WithWords>
      </body>
    </html>
  );
}
