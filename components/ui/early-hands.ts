// Stands inline in the head of every page: what a hand does before the page is alive is kept, and
// done as soon as it is.

import { ALIVE } from "./alive-event.ts";

/** Buttons that were pressed and forms that were sent, each once, in this order. */
const waiting = new Set<HTMLElement>();

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What a hand last put into fields: React may draw them anew before it listens to them. */
const texts = new WeakMap<TextField, string>();
const checks = new WeakMap<HTMLInputElement, boolean>();
const choices = new WeakMap<HTMLSelectElement, string>();

/** Marks what waits, so that a hand sees that it was heard (globals.css). */
const WAITS = "data-waits";

document.addEventListener("click", onClick, true);
document.addEventListener("submit", onSubmit, true);
document.addEventListener("input", onInput, true);
document.addEventListener(ALIVE, onAlive, { once: true });

function onClick(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  // what sends a form is heard below, once the browser has checked the fields
  if (button?.type === "button") keep(button, event);
}

function onSubmit(event: SubmitEvent): void {
  if (event.target instanceof HTMLFormElement) keep(event.target, event);
  event.submitter?.setAttribute(WAITS, "");
}

function onInput({ target }: Event): void {
  if (target instanceof HTMLSelectElement) choices.set(target, target.value);
  else if (isCheck(target)) checks.set(target, target.checked);
  else if (isText(target)) texts.set(target, target.value);
}

const isCheck = (field: unknown): field is HTMLInputElement =>
  field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

const isText = (field: unknown): field is TextField =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !isCheck(field));

function keep(element: HTMLElement, event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting.add(element);
  element.setAttribute(WAITS, "");
}

function onAlive(): void {
  document.removeEventListener("click", onClick, true);
  document.removeEventListener("submit", onSubmit, true);
  document.removeEventListener("input", onInput, true);
  for (const field of document.querySelectorAll("input, textarea, select")) tell(field);
  // what the fields say is known to the page before a button acts on it
  setTimeout(() => {
    for (const element of document.querySelectorAll(`[${WAITS}]`)) element.removeAttribute(WAITS);
    for (const element of waiting) {
      if (element instanceof HTMLFormElement) element.requestSubmit();
      else element.click();
    }
  });
}

/** Tells the page what a hand left in a field, where that is not what it was drawn with. */
function tell(field: Element): void {
  if (field instanceof HTMLSelectElement) tellChoice(field);
  else if (isCheck(field)) tellCheck(field);
  else if (isText(field)) tellText(field);
}

function tellChoice(field: HTMLSelectElement): void {
  field.value = choices.get(field) ?? field.value;
  const isChanged = [...field.options].some((each) => each.selected !== each.defaultSelected);
  if (isChanged) field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Chooses anew what was chosen; of radio buttons, the one that is chosen speaks for all. */
function tellCheck(field: HTMLInputElement): void {
  const isChecked = checks.get(field) ?? field.checked;
  if (isChecked === field.defaultChecked || (field.type === "radio" && !isChecked)) return;
  field.checked = !isChecked;
  field.click();
}

/** React takes a value for new when it differs from the one that was last set on the element itself. */
function tellText(field: TextField): void {
  const { selectionStart, selectionEnd } = field;
  const value = texts.get(field) ?? field.value;
  if (value === field.defaultValue) return;
  field.value = field.defaultValue;
  Reflect.set(Object.getPrototypeOf(field), "value", value, field);
  if (selectionStart !== null && field.matches(":focus"))
    field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
