// Somebody who edits the text.

import { expect } from "@playwright/test";
import type { Person } from "./people.ts";

/** A pause after which a new step of undo begins, in milliseconds. */
const STEP = 600;

/** What the hands of somebody do who edits the text. */
export class EditingHands {
  readonly #editor: Person;

  constructor(editor: Person) {
    this.#editor = editor;
  }

  async startEditing(): Promise<void> {
    const { page } = this.#editor;
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await page.getByRole("button", { name: "Edit the text" }).click();
    await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  }

  /** Lets the time pass that divides two steps of undo. */
  async pause(): Promise<void> {
    const { page } = this.#editor;
    const began = await page.evaluate(() => performance.now());
    await page.waitForFunction((end) => performance.now() > end, began + STEP);
  }

  async press(key: string): Promise<void> {
    await this.#editor.page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.#editor.page.keyboard.type(words);
  }

  async clickBefore(words: string): Promise<void> {
    await this.#editor.clickBefore(words);
    await this.#look();
  }

  async clickBehind(words: string): Promise<void> {
    await this.#editor.clickBehind(words);
    await this.#look();
  }

  async select(words: string): Promise<void> {
    await this.#editor.select(words);
    await this.#look();
  }

  /** A browser tells of a new selection with the next frame; no hand is quicker. */
  async #look(): Promise<void> {
    await this.#editor.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async typeBefore(place: string, words: string): Promise<void> {
    await this.clickBefore(place);
    await this.type(words);
  }

  async remove(words: string): Promise<void> {
    await this.select(words);
    await this.press("Delete");
  }

  /** Selects a paragraph of one line that begins with these words, up to the next one. */
  async selectParagraph(start: string): Promise<void> {
    await this.clickBefore(start);
    await this.press("Shift+ArrowDown");
    await this.#look();
  }

  async split(before: string): Promise<void> {
    await this.clickBefore(before);
    await this.press("Enter");
  }

  async join(start: string): Promise<void> {
    await this.clickBefore(start);
    await this.press("Backspace");
  }

  async turn(place: string, tool: string): Promise<void> {
    await this.clickBefore(place);
    await this.#editor.page.getByRole("toolbar").getByRole("button", { name: tool }).click();
  }

  /** Takes the last step back, and waits until that can be seen. */
  async undo(): Promise<void> {
    await this.pause();
    const before = await this.#editor.article.innerHTML();
    await this.press("ControlOrMeta+z");
    await expect.poll(() => this.#editor.article.innerHTML()).not.toBe(before);
  }
}
