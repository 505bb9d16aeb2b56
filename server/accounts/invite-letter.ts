// The letter that invites somebody into a space, in the languages that the pages speak.

import type { Letter } from "./mail.ts";
import type { LetterLanguage } from "./recovery-letter.ts";

type Told = {
  /** Who invites. */
  readonly by: string;
  readonly space: string;
  /** The origin of this Postil. */
  readonly place: string;
  readonly link: string;
  /** How long the link is good. */
  readonly days: number;
};

type Wording = { readonly subject: string; readonly text: (told: Told) => string };

const days = (count: number, language: LetterLanguage): string =>
  new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(
    count,
  );

const WORDINGS: Readonly<Record<LetterLanguage, Wording>> = {
  en: {
    subject: "You are invited to Postil",
    text: ({ by, space, place, link, days: count }) =>
      `${by} invites you to “${space}” at ${place}, where people read and mark articles together.\n\nOpen this link to come in. It works once, for ${days(count, "en")}, and only for you:\n${link}\n\nIf you do not know what this is about, do nothing: your address is forgotten after that time.\n`,
  },
  de: {
    subject: "Du bist zu Postil eingeladen",
    text: ({ by, space, place, link, days: count }) =>
      `${by} lädt dich zu „${space}“ bei ${place} ein, wo Leute gemeinsam Artikel lesen und markieren.\n\nÖffne diesen Link, um hineinzukommen. Er gilt einmal, nur für dich und so lange: ${days(count, "de")}.\n${link}\n\nWenn du nicht weißt, worum es geht, dann tu nichts: Deine Adresse wird danach vergessen.\n`,
  },
  fr: {
    subject: "Vous êtes invité sur Postil",
    text: ({ by, space, place, link, days: count }) =>
      `${by} vous invite dans « ${space} » sur ${place}, où l’on lit et annote des articles ensemble.\n\nOuvrez ce lien pour entrer. Il sert une fois, pour vous seulement, pendant ${days(count, "fr")} :\n${link}\n\nSi vous ne savez pas de quoi il s’agit, ne faites rien : votre adresse est ensuite oubliée.\n`,
  },
  es: {
    subject: "Te han invitado a Postil",
    text: ({ by, space, place, link, days: count }) =>
      `${by} te invita a «${space}» en ${place}, donde se leen y marcan artículos en común.\n\nAbre este enlace para entrar. Vale una vez, solo para ti, durante ${days(count, "es")}:\n${link}\n\nSi no sabes de qué se trata, no hagas nada: tu dirección se olvida después.\n`,
  },
  ar: {
    subject: "أنت مدعو إلى بوستيل",
    text: ({ by, space, place, link, days: count }) =>
      `يدعوك ${by} إلى «${space}» في ${place}، حيث تُقرأ المقالات ويُعلَّم عليها معًا.\n\nافتح هذا الرابط للدخول. يعمل مرة واحدة ولك وحدك، ومدته ${days(count, "ar")}:\n${link}\n\nإن لم تكن تعرف ما الأمر فلا تفعل شيئًا: يُنسى عنوانك بعد ذلك.\n`,
  },
};

/** The letter to somebody who is invited. */
export function inviteLetter(to: string, told: Told, language: LetterLanguage): Letter {
  const { subject, text } = WORDINGS[language];
  return { to, subject, text: text(told) };
}
