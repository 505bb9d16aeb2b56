// What files for people say themselves, in the languages that the pages speak.

import type { Vote } from "#domain/talk/talk.ts";

export const FILE_LANGUAGES = ["en", "de", "fr", "es", "ar"] as const;

export type FileLanguage = (typeof FILE_LANGUAGES)[number];

/** Functions take names as they are to be shown. */
export type FileWords = {
  readonly votes: Readonly<Record<Vote, string>>;
  readonly proposed: (by: string, label: string) => string;
  readonly accepted: string;
  readonly declined: string;
  readonly resolved: (by: string) => string;
  readonly hidden: (by: string, reason: string) => string;
  /** Stands for somebody who was removed. */
  readonly gone: string;
  readonly notes: string;
  readonly note: (number: number) => string;
  /** Leads back to the passage of a note. */
  readonly back: (number: number) => string;
};

const WORDS: Readonly<Record<FileLanguage, FileWords>> = {
  en: {
    votes: { agree: "Agree", disagree: "Disagree", unsure: "Unsure" },
    proposed: (by, label) => `${by} proposed: ${label}`,
    ...{ accepted: "accepted", declined: "declined", gone: "Removed member" },
    resolved: (by) => `Resolved by ${by}`,
    hidden: (by, reason) => `Hidden by ${by}: ${reason}`,
    notes: "Notes",
    note: (number) => `Note ${number}`,
    back: (number) => `Back to passage ${number}`,
  },
  de: {
    votes: { agree: "Dafür", disagree: "Dagegen", unsure: "Unsicher" },
    proposed: (by, label) => `${by} hat vorgeschlagen: ${label}`,
    ...{ accepted: "angenommen", declined: "abgelehnt", gone: "Entferntes Mitglied" },
    resolved: (by) => `Von ${by} für geklärt erklärt`,
    hidden: (by, reason) => `Verborgen von ${by}: ${reason}`,
    notes: "Notizen",
    note: (number) => `Notiz ${number}`,
    back: (number) => `Zurück zur Stelle ${number}`,
  },
  fr: {
    votes: { agree: "D’accord", disagree: "Pas d’accord", unsure: "J’hésite" },
    proposed: (by, label) => `${by} a proposé : ${label}`,
    ...{ accepted: "accepté", declined: "refusé", gone: "Membre retiré" },
    resolved: (by) => `Résolue par ${by}`,
    hidden: (by, reason) => `Cachée par ${by} : ${reason}`,
    notes: "Notes",
    note: (number) => `Note ${number}`,
    back: (number) => `Retour au passage ${number}`,
  },
  es: {
    votes: { agree: "De acuerdo", disagree: "En desacuerdo", unsure: "Con dudas" },
    proposed: (by, label) => `${by} propuso: ${label}`,
    ...{ accepted: "aceptado", declined: "rechazado", gone: "Miembro retirado" },
    resolved: (by) => `Resuelto por ${by}`,
    hidden: (by, reason) => `Ocultada por ${by}: ${reason}`,
    notes: "Notas",
    note: (number) => `Nota ${number}`,
    back: (number) => `Volver al pasaje ${number}`,
  },
  ar: {
    votes: { agree: "أوافق", disagree: "لا أوافق", unsure: "لا أدري" },
    proposed: (by, label) => `اقتراح من ${by}: ${label}`,
    ...{ accepted: "مقبول", declined: "مرفوض", gone: "عضو أُزيل" },
    resolved: (by) => `حُسم من قِبل ${by}`,
    hidden: (by, reason) => `إخفاء من قِبل ${by}: ${reason}`,
    notes: "الملاحظات",
    note: (number) => `الملاحظة ${number}`,
    back: (number) => `العودة إلى الموضع ${number}`,
  },
};

export const wordsIn = (language: FileLanguage): FileWords => WORDS[language];
