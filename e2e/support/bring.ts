// What is brought in by hand, over the page on which articles are added.

import type { Page } from "@playwright/test";

/** Lets go of files over the page. */
export async function drop(
  page: Page,
  files: readonly (readonly [string, Uint8Array])[],
): Promise<void> {
  const told = files.map(([name, bytes]) => ({ name, bytes: [...bytes] }));
  await page.evaluate((given) => {
    const held = new DataTransfer();
    for (const { name, bytes } of given) held.items.add(new File([new Uint8Array(bytes)], name));
    const event = { dataTransfer: held, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("dragover", event));
    document.body.dispatchEvent(new DragEvent("drop", event));
  }, told);
}

/** Pastes HTML, and `plain` for those who take no more. */
export async function paste(page: Page, html: string, plain = "words"): Promise<void> {
  await page.getByRole("textbox", { name: "Text" }).click();
  await page.evaluate(
    ([html, plain]) => {
      const copied = new DataTransfer();
      copied.setData("text/plain", plain);
      copied.setData("text/html", html);
      const event = { clipboardData: copied, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", event));
    },
    [html, plain] as const,
  );
}
