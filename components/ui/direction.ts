// The direction in which an element is read.

export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}
