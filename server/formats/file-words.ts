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
  /** What a page of evidence is called above its title. */
  readonly evidence: string;
  readonly people: string;
  readonly notes: string;
  readonly note: (number: number) => string;
  /** Leads back to the passage of a note. */
  readonly back: (number: number) => string;
  readonly article: string;
  readonly lost: string;
  readonly byLabel: string;
  readonly noLabel: string;
  readonly about: string;
  readonly source: string;
  readonly published: string;
  readonly fetched: string;
  readonly sourceHash: string;
  readonly textHash: string;
  readonly place: string;
  readonly codebook: string;
  readonly version: (number: number) => string;
  readonly written: string;
};

const WORDS: Readonly<Record<FileLanguage, FileWords>> = {
  en: {
    votes: { agree: "Agree", disagree: "Disagree", unsure: "Unsure" },
    proposed: (by, label) => `${by} proposed: ${label}`,
    ...{ accepted: "accepted", declined: "declined", gone: "Removed member" },
    resolved: (by) => `Resolved by ${by}`,
    hidden: (by, reason) => `Hidden by ${by}: ${reason}`,
    evidence: "Evidence pack",
    people: "People",
    notes: "Notes",
    note: (number) => `Note ${number}`,
    back: (number) => `Back to passage ${number}`,
    article: "Article",
    lost: "Lost their words",
    byLabel: "By label",
    noLabel: "No label",
    about: "About this file",
    source: "Source",
    published: "Published",
    fetched: "Fetched",
    sourceHash: "SHA-256 of what was fetched",
    textHash: "SHA-256 of the text",
    place: "In Postil",
    codebook: "Codebook",
    version: (number) => `Version ${number}`,
    written: "File written",
  },
  de: {
    votes: { agree: "Dafür", disagree: "Dagegen", unsure: "Unsicher" },
    proposed: (by, label) => `${by} hat vorgeschlagen: ${label}`,
    ...{ accepted: "angenommen", declined: "abgelehnt", gone: "Entferntes Mitglied" },
    resolved: (by) => `Von ${by} für geklärt erklärt`,
    hidden: (by, reason) => `Verborgen von ${by}: ${reason}`,
    evidence: "Belegmappe",
    people: "Personen",
    notes: "Notizen",
    note: (number) => `Notiz ${number}`,
    back: (number) => `Zurück zur Stelle ${number}`,
    article: "Artikel",
    lost: "Ohne Textstelle",
    byLabel: "Nach Labels",
    noLabel: "Kein Label",
    about: "Über diese Datei",
    source: "Quelle",
    published: "Veröffentlicht",
    fetched: "Abgerufen",
    sourceHash: "SHA-256 des Abgerufenen",
    textHash: "SHA-256 des Textes",
    place: "In Postil",
    codebook: "Codebuch",
    version: (number) => `Fassung ${number}`,
    written: "Datei geschrieben",
  },
  fr: {
    votes: { agree: "D’accord", disagree: "Pas d’accord", unsure: "J’hésite" },
    proposed: (by, label) => `${by} a proposé : ${label}`,
    ...{ accepted: "accepté", declined: "refusé", gone: "Membre retiré" },
    resolved: (by) => `Résolue par ${by}`,
    hidden: (by, reason) => `Cachée par ${by} : ${reason}`,
    evidence: "Dossier de preuves",
    people: "Personnes",
    notes: "Notes",
    note: (number) => `Note ${number}`,
    back: (number) => `Retour au passage ${number}`,
    article: "Article",
    lost: "Sans passage",
    byLabel: "Par étiquette",
    noLabel: "Sans étiquette",
    about: "À propos de ce fichier",
    source: "Source",
    published: "Publié",
    fetched: "Récupéré",
    sourceHash: "SHA-256 de ce qui a été récupéré",
    textHash: "SHA-256 du texte",
    place: "Dans Postil",
    codebook: "Grille d’analyse",
    version: (number) => `Version ${number}`,
    written: "Fichier écrit",
  },
  es: {
    votes: { agree: "De acuerdo", disagree: "En desacuerdo", unsure: "Con dudas" },
    proposed: (by, label) => `${by} propuso: ${label}`,
    ...{ accepted: "aceptado", declined: "rechazado", gone: "Miembro retirado" },
    resolved: (by) => `Resuelto por ${by}`,
    hidden: (by, reason) => `Ocultada por ${by}: ${reason}`,
    evidence: "Dosier de pruebas",
    people: "Personas",
    notes: "Notas",
    note: (number) => `Nota ${number}`,
    back: (number) => `Volver al pasaje ${number}`,
    article: "Artículo",
    lost: "Sin sus palabras",
    byLabel: "Por etiqueta",
    noLabel: "Sin etiqueta",
    about: "Sobre este archivo",
    source: "Fuente",
    published: "Publicado",
    fetched: "Obtenido",
    sourceHash: "SHA-256 de lo obtenido",
    textHash: "SHA-256 del texto",
    place: "En Postil",
    codebook: "Libro de códigos",
    version: (number) => `Versión ${number}`,
    written: "Archivo escrito",
  },
  ar: {
    votes: { agree: "أوافق", disagree: "لا أوافق", unsure: "لا أدري" },
    proposed: (by, label) => `اقتراح من ${by}: ${label}`,
    ...{ accepted: "مقبول", declined: "مرفوض", gone: "عضو أُزيل" },
    resolved: (by) => `حُسم من قِبل ${by}`,
    hidden: (by, reason) => `إخفاء من قِبل ${by}: ${reason}`,
    evidence: "ملف الأدلة",
    people: "الأشخاص",
    notes: "الملاحظات",
    note: (number) => `الملاحظة ${number}`,
    back: (number) => `العودة إلى الموضع ${number}`,
    article: "المقال",
    lost: "فقدت كلماتها",
    byLabel: "حسب الوسم",
    noLabel: "بلا وسم",
    about: "عن هذا الملف",
    source: "المصدر",
    published: "تاريخ النشر",
    fetched: "تاريخ الجلب",
    sourceHash: "بصمة SHA-256 لما جُلب",
    textHash: "بصمة SHA-256 للنص",
    place: "في بوستيل",
    codebook: "دليل الترميز",
    version: (number) => `الإصدار ${number}`,
    written: "تاريخ كتابة الملف",
  },
};

export const wordsIn = (language: FileLanguage): FileWords => WORDS[language];
