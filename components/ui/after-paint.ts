// What may wait until the page shows what has changed so far.

/** How long to wait for a page that nobody sees, in milliseconds: it shows nothing. */
const PATIENCE = 100;

/** Acts once the next frame is on screen. */
export function afterPaint(act: () => void): void {
  const timer = setTimeout(act, PATIENCE);
  requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(act);
  });
}
