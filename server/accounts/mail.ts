// Mail by SMTP, for those who forgot their password.

import { createTransport } from "nodemailer";
import type { ServerLog } from "../log.ts";
import type { MailSettings } from "./settings.ts";

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends letters one by one; what cannot be sent is in the log, without the address. */
export class Post {
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #from: string;
  readonly #report: ServerLog;

  constructor({ url, from }: MailSettings, report: ServerLog) {
    this.#transport = createTransport(url);
    this.#from = from;
    this.#report = report;
  }

  /** Returns whether the mail server took it. Never rejects. */
  async send(letter: Letter): Promise<boolean> {
    try {
      await this.#transport.sendMail({ from: this.#from, ...letter });
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "unknown";
      this.#report.error({ code }, "a letter could not be sent; see POSTIL_SMTP_URL");
      return false;
    }
  }
}
