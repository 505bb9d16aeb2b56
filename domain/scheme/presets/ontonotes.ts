// The eighteen types of names of OntoNotes 5.0; the most frequent in news come first.

import type { PresetLabel } from "./preset.ts";

export const ONTONOTES: readonly PresetLabel[] = [
  { id: "PERSON", name: "Person", definition: "People, invented ones too." },
  {
    id: "ORG",
    name: "Organisation",
    definition: "Companies, agencies, institutions, parties, teams.",
  },
  {
    id: "GPE",
    name: "Country, state or city",
    definition: "A place with a government of its own.",
  },
  {
    id: "NORP",
    name: "Nationality or group",
    definition: "Nationalities, religions and political groups, also as adjectives.",
  },
  { id: "DATE", name: "Date", definition: "A day or a period of at least a day." },
  {
    id: "LOC",
    name: "Other place",
    definition: "A place without a government: mountains, seas, continents, regions.",
  },
  { id: "EVENT", name: "Event", definition: "A named storm, battle, war, election or match." },
  { id: "MONEY", name: "Money", definition: "An amount of money with its unit." },
  { id: "PERCENT", name: "Percentage", definition: "A share in per cent." },
  { id: "CARDINAL", name: "Number", definition: "A number that is nothing else in this list." },
  { id: "ORDINAL", name: "Rank", definition: "First, second, and so on." },
  {
    id: "QUANTITY",
    name: "Measure",
    definition: "A weight, distance or other measure with its unit.",
  },
  { id: "TIME", name: "Time", definition: "A time of day, or a period shorter than a day." },
  {
    id: "FAC",
    name: "Building or structure",
    definition: "Buildings, airports, roads, bridges.",
  },
  { id: "LAW", name: "Law", definition: "A named law, treaty or other document with legal force." },
  { id: "PRODUCT", name: "Product", definition: "Vehicles, weapons, food and other things made." },
  {
    id: "WORK_OF_ART",
    name: "Work",
    definition: "The title of a book, a song, a film, a programme.",
  },
  { id: "LANGUAGE", name: "Language", definition: "A named language." },
];
