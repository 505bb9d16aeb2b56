// The browser that everything is measured in, and a page in it with its clocks.

import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from "playwright-core";
import { systemBrowser } from "../../e2e/browsers.mjs";
import { bundle } from "./bundle.ts";

/** A laptop's window, in CSS pixels. */
const WINDOW = { width: 1280, height: 800 };

/** A page counts as idle when its main thread worked less than this in a stretch of this length, both in ms. */
const IDLE_WORK = 4;
const IDLE_STRETCH = 250;

/** How long a page may take until it is idle, in milliseconds. */
const PATIENCE = 120_000;

/** Slow 4G: bytes a second, and milliseconds for each round trip. */
const SLOW_NETWORK = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Frames don't wait for the display's next beat: what is measured is work, not waiting. */
const UNHURRIED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

export type Visit = {
  readonly url: string;
  /** The session's cookie, for a page that needs one. */
  readonly cookie?: string;
  /** Whether the network is emulated as slow. */
  readonly isSlow?: boolean;
};

export class Chromium {
  readonly #browser: Browser;
  readonly #probe: string;

  private constructor(browser: Browser, probe: string) {
    this.#browser = browser;
    this.#probe = probe;
  }

  static async launch(): Promise<Chromium> {
    const executablePath = systemBrowser("chromium");
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...sandbox, "--disable-gpu", "--disable-background-networking", ...UNHURRIED],
    });
    const { script } = await bundle("probe", "iife");
    return new Chromium(browser, script);
  }

  get version(): string {
    return this.#browser.version();
  }

  /** Opens a page in a browser profile of its own, so that nothing is cached; does not wait for it to load. */
  async visit({ url, cookie, isSlow = false }: Visit): Promise<MeasuredPage> {
    const context = await this.#browser.newContext({ viewport: WINDOW });
    await context.addInitScript({ content: this.#probe });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    if (isSlow)
      await cdp.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_NETWORK });
    if (cookie !== undefined) await context.addCookies(cookiesOf(cookie, new URL(url).origin));
    await page.goto(url, { waitUntil: "commit" });
    return new MeasuredPage(context, page, cdp);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

export class MeasuredPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #cdp: CDPSession;

  constructor(context: BrowserContext, page: Page, cdp: CDPSession) {
    this.#context = context;
    this.page = page;
    this.#cdp = cdp;
  }

  /** How long the main thread has worked since the page was opened, in milliseconds. */
  async worked(): Promise<number> {
    const { metrics } = await this.#cdp.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  }

  /** Waits until the page has nothing left to do. */
  async settle(): Promise<void> {
    const end = performance.now() + PATIENCE;
    let before = await this.worked();
    while (performance.now() < end) {
      await this.page.waitForTimeout(IDLE_STRETCH);
      const now = await this.worked();
      if (now - before < IDLE_WORK) return;
      before = now;
    }
    throw new Error(`${this.page.url()} found no rest.`);
  }

  /** How long the main thread worked because of `act`, and of everything that follows from it, in milliseconds. */
  async workOf(act: () => Promise<unknown>): Promise<number> {
    await this.settle();
    const before = await this.worked();
    await act();
    await this.settle();
    return (await this.worked()) - before;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
