// How our texts of Word look: styles that people can change in one place, and the two kinds of lists.

import {
  AlignmentType,
  BorderStyle,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
  type NumberingDefinition,
} from "docx";

/** Twentieths of a point by which each level of a list, and a quotation, stands further in. */
export const STEP = 480;

/** The deepest level that a list of Word can have. */
export const DEEPEST = 8;

const INK = "1F1F1F";
const MUTED = "5F5F5F";

const headline = (size: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
});

/** `language`: a BCP 47 tag, in which Word checks the spelling; null: it finds out itself. */
export const stylesFor = (language: string | null): IStylesOptions => ({
  default: {
    document: {
      run: {
        ...{ font: "Calibri", size: 22 },
        ...(language !== null && { language: { value: language, bidirectional: language } }),
      },
      paragraph: { spacing: { after: 160, line: 288 } },
    },
    title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 240 } } },
    ...{ heading1: headline(36), heading2: headline(30), heading3: headline(26) },
    ...{ heading4: headline(24), heading5: headline(22), heading6: headline(22) },
    caption: { run: { size: 18, italics: true, color: MUTED } },
  },
  paragraphStyles: [
    {
      ...{ id: "TableText", name: "Table Text", basedOn: "Normal" },
      paragraph: { spacing: { before: 40, after: 40 } },
    },
    { id: "TableHead", name: "Table Head", basedOn: "TableText", run: { bold: true } },
    {
      ...{ id: "Quote", name: "Quote", basedOn: "Normal", next: "Normal", quickFormat: true },
      run: { color: MUTED },
      paragraph: {
        indent: { start: STEP },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: "BFBFBF", space: 8 } },
      },
    },
  ],
});

const levels = (told: Omit<ILevelsOptions, "level" | "text">, textOf: (level: number) => string) =>
  Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    ...{ ...told, level, text: textOf(level), alignment: AlignmentType.START },
    style: { paragraph: { indent: { start: STEP * (level + 1), hanging: STEP / 2 } } },
  }));

export const BULLETS: NumberingDefinition = {
  reference: "bullets",
  levels: levels({ format: LevelFormat.BULLET }, (level) => (level % 2 === 0 ? "•" : "◦")),
};

/** Lists whose first number is `start`. */
export const numbersFrom = (start: number): NumberingDefinition => ({
  reference: `numbers-${start}`,
  levels: levels({ format: LevelFormat.DECIMAL, start }, (level) => `%${level + 1}.`),
});
