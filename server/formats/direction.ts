// Which way words are read.

const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

/** Whether the first letter is one of a script that is read from right to left, as browsers decide it. */
export const isRightToLeft = (words: string): boolean => RIGHT_TO_LEFT.test(words);
