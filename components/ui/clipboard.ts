// Copies text, also where the browser has no clipboard for pages that came over plain HTTP.

/** Tells whether the text is on the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** Hands the text over in the event that the browser's own "copy" fires. */
function copyByHand(text: string): boolean {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = event.clipboardData !== null;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", onCopy, { capture: true });
  return isCopied;
}
