// In which direction a letter is read, whatever the direction of the text around it.

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Whether a letter is read from the right. Numbers never are; a sign without a direction goes with the
 * text `around` it.
 */
export function isReadFromRight(letter: string, around: boolean): boolean {
  if (/\p{N}/u.test(letter)) return false;
  if (RIGHT_TO_LEFT.test(letter)) return true;
  return !/\p{L}/u.test(letter) && around;
}
