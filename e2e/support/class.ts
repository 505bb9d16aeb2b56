// A class at a Postil of its own: its teacher, and pupils who come by the code.

import { type APIRequestContext, type Browser, expect, type Page, request } from "@playwright/test";
import { WebSocket } from "ws";
import { Person } from "./people.ts";
import type { Server } from "./server.ts";

/** A pupil without pages: asks the API, and has a socket. */
export class ApiPupil {
  readonly api: APIRequestContext;
  readonly #server: Server;
  #socket: WebSocket | null = null;
  #hasHeard = false;

  private constructor(server: Server, api: APIRequestContext) {
    this.#server = server;
    this.api = api;
  }

  /** Comes by the code; waits then, or is in. */
  static async join(server: Server, code: string, name: string): Promise<ApiPupil> {
    const api = await request.newContext({ baseURL: server.origin });
    const answer = await api.post("/api/joins", { data: { code, name } });
    expect(answer.ok()).toBe(true);
    return new ApiPupil(server, api);
  }

  /** Whether somebody let them in. */
  async isIn(): Promise<boolean> {
    const { joins } = await (await this.api.get("/api/joins")).json();
    return joins[0]?.state === "in";
  }

  async open(articleId: string): Promise<void> {
    const { cookies } = await this.api.storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const url = `${this.#server.origin.replace("http", "ws")}/sync/${articleId}`;
    this.#socket = new WebSocket(url, { headers: { cookie } });
    this.#socket.on("message", () => {
      this.#hasHeard = true;
    });
    this.#socket.on("error", () => {});
  }

  /** Whether the socket is open and was spoken to: a socket that is turned away hears nothing. */
  get isThere(): boolean {
    return this.#hasHeard && this.#socket?.readyState === WebSocket.OPEN;
  }

  async leave(): Promise<void> {
    this.#socket?.terminate();
    await this.api.dispose();
  }
}

/** Makes a space by hand, and ends on its page. Returns its id. */
export async function makeSpace(page: Page, name: string, template = "A class"): Promise<string> {
  await page.getByRole("link", { name: "New space" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  if (template !== "A class") await page.getByRole("radio", { name: template }).check();
  await page.getByRole("button", { name: "Make the space" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

/** Comes in by the code, with the two fields that there are. */
export async function joinByHand(page: Page, code: string, name: string): Promise<void> {
  await page.goto("/join");
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("textbox", { name: "Your name here" }).fill(name);
  await page.getByRole("button", { name: "Come in" }).click();
  await expect(page.getByRole("button", { name: "Come in" })).toBeHidden();
}

/** Makes a class that is entered by its code without waiting, and ends on its page. */
export async function openClass({ page, api }: Person): Promise<{ space: string; code: string }> {
  await page.goto("/");
  const space = await makeSpace(page, "8b");
  await api.patch(`/api/spaces/${space}`, { data: { waitingRoom: false } });
  const { code } = await (await api.post(`/api/spaces/${space}/code`, { data: {} })).json();
  return { space, code };
}

/** Brings a pupil in by the code, in a browser of their own, and lets them read an article of the class. */
export async function pupilReads(
  browser: Browser,
  at: {
    readonly origin: string;
    readonly space: string;
    readonly code: string;
    readonly article: string;
  },
  name: string,
): Promise<Person> {
  const context = await browser.newContext({ baseURL: at.origin });
  const page = await context.newPage();
  await joinByHand(page, at.code, name);
  await expect(page).toHaveURL(new RegExp(`/spaces/${at.space}$`));
  const person = new Person({ name, id: "", context, page });
  await person.read(at.article);
  return person;
}
