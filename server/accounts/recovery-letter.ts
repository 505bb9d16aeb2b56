// The letter with the link to a new password, in the languages that the pages speak.

import type { Letter } from "./mail.ts";

type Wording = {
  readonly subject: string;
  readonly text: (place: string, link: string) => string;
};

const WORDINGS = {
  en: {
    subject: "A new password for Postil",
    text: (place, link) =>
      `Somebody, most likely you, asked for a new password for your account at ${place}.\n\nOpen this link within 30 minutes to choose one:\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
  },
  de: {
    subject: "Ein neues Passwort für Postil",
    text: (place, link) =>
      `Jemand, vermutlich du, möchte ein neues Passwort für dein Konto bei ${place}.\n\nÖffne diesen Link innerhalb von 30 Minuten, um eines zu wählen:\n${link}\n\nWarst du es nicht, dann tu nichts: Dein Passwort bleibt, wie es ist.\n`,
  },
  fr: {
    subject: "Un nouveau mot de passe pour Postil",
    text: (place, link) =>
      `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte sur ${place}.\n\nOuvrez ce lien dans les 30 minutes pour en choisir un :\n${link}\n\nSi ce n’était pas vous, ne faites rien : votre mot de passe reste le même.\n`,
  },
  es: {
    subject: "Una nueva contraseña para Postil",
    text: (place, link) =>
      `Alguien, seguramente tú, ha pedido una nueva contraseña para tu cuenta en ${place}.\n\nAbre este enlace en los próximos 30 minutos para elegirla:\n${link}\n\nSi no has sido tú, no hagas nada: tu contraseña sigue siendo la misma.\n`,
  },
  ar: {
    subject: "كلمة مرور جديدة لبوستيل",
    text: (place, link) =>
      `طلب شخص ما، وعلى الأرجح أنت، كلمة مرور جديدة لحسابك في ${place}.\n\nافتح هذا الرابط خلال 30 دقيقة لاختيارها:\n${link}\n\nإن لم تكن أنت، فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.\n`,
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type LetterLanguage = keyof typeof WORDINGS;

export const LETTER_LANGUAGES = ["en", "de", "fr", "es", "ar"] as const satisfies LetterLanguage[];

/** The letter to somebody who forgot their password. `place`: the origin of this Postil. */
export function recoveryLetter(
  to: string,
  { place, link }: { readonly place: string; readonly link: string },
  language: LetterLanguage,
): Letter {
  const { subject, text } = WORDINGS[language];
  return { to, subject, text: text(place, link) };
}
