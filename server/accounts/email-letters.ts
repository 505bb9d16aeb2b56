// The letters about a new e-mail address: the link to the new one, and word of it to the old one.

import type { Letter } from "./mail.ts";
import type { LetterLanguage } from "./recovery-letter.ts";

type Wording = {
  readonly subject: string;
  readonly text: (place: string, link: string) => string;
};

const CONFIRMING: Readonly<Record<LetterLanguage, Wording>> = {
  en: {
    subject: "Your new address at Postil",
    text: (place, link) =>
      `Somebody, most likely you, wants to use this address for an account at ${place}.\n\nOpen this link within an hour to use it:\n${link}\n\nIf it was not you, do nothing: nothing changes.\n`,
  },
  de: {
    subject: "Deine neue Adresse bei Postil",
    text: (place, link) =>
      `Jemand, vermutlich du, möchte diese Adresse für ein Konto bei ${place} benutzen.\n\nÖffne diesen Link innerhalb einer Stunde, um sie zu benutzen:\n${link}\n\nWarst du es nicht, dann tu nichts: Es ändert sich nichts.\n`,
  },
  fr: {
    subject: "Votre nouvelle adresse sur Postil",
    text: (place, link) =>
      `Quelqu’un, sans doute vous, veut utiliser cette adresse pour un compte sur ${place}.\n\nOuvrez ce lien dans l’heure pour l’utiliser :\n${link}\n\nSi ce n’était pas vous, ne faites rien : rien ne change.\n`,
  },
  es: {
    subject: "Tu nueva dirección en Postil",
    text: (place, link) =>
      `Alguien, seguramente tú, quiere usar esta dirección para una cuenta en ${place}.\n\nAbre este enlace en la próxima hora para usarla:\n${link}\n\nSi no has sido tú, no hagas nada: nada cambia.\n`,
  },
  ar: {
    subject: "عنوانك الجديد في بوستيل",
    text: (place, link) =>
      `يريد شخص ما، وعلى الأرجح أنت، استخدام هذا العنوان لحساب في ${place}.\n\nافتح هذا الرابط خلال ساعة لاستخدامه:\n${link}\n\nإن لم تكن أنت، فلا تفعل شيئًا: لا يتغير شيء.\n`,
  },
};

const TELLING: Readonly<
  Record<LetterLanguage, { readonly subject: string; readonly text: (place: string) => string }>
> = {
  en: {
    subject: "Your address at Postil was changed",
    text: (place) =>
      `Your account at ${place} has another e-mail address now; this one does not lead to it any more.\n\nIf it was not you, ask whoever runs that Postil at once.\n`,
  },
  de: {
    subject: "Deine Adresse bei Postil wurde geändert",
    text: (place) =>
      `Dein Konto bei ${place} hat jetzt eine andere E-Mail-Adresse; diese führt nicht mehr dorthin.\n\nWarst du es nicht, dann wende dich sofort an die Person, die dieses Postil betreibt.\n`,
  },
  fr: {
    subject: "Votre adresse sur Postil a été changée",
    text: (place) =>
      `Votre compte sur ${place} a désormais une autre adresse e-mail ; celle-ci n’y mène plus.\n\nSi ce n’était pas vous, adressez-vous sans attendre à la personne qui gère ce Postil.\n`,
  },
  es: {
    subject: "Tu dirección en Postil ha cambiado",
    text: (place) =>
      `Tu cuenta en ${place} tiene ahora otra dirección de correo; esta ya no lleva a ella.\n\nSi no has sido tú, habla enseguida con quien gestiona ese Postil.\n`,
  },
  ar: {
    subject: "تغيّر عنوانك في بوستيل",
    text: (place) =>
      `لحسابك في ${place} الآن عنوان بريد آخر؛ وهذا العنوان لم يعد يؤدي إليه.\n\nإن لم تكن أنت، فتواصل فورًا مع من يدير هذا الموقع.\n`,
  },
};

/** The letter to the new address. `place`: the origin of this Postil. */
export function newAddressLetter(
  to: string,
  { place, link }: { readonly place: string; readonly link: string },
  language: LetterLanguage,
): Letter {
  const { subject, text } = CONFIRMING[language];
  return { to, subject, text: text(place, link) };
}

/** The letter to the address that was. */
export function formerAddressLetter(to: string, place: string, language: LetterLanguage): Letter {
  const { subject, text } = TELLING[language];
  return { to, subject, text: text(place) };
}
