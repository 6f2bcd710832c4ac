// Mail that the served shop wrote to its outbox in place of sending it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const outbox = () => join(process.env.SENTRA_DATA ?? "data", "outbox");

// Quoted-printable, as far as addresses of ours need it.
const decoded = (mail) => mail.replace(/=\r?\n/g, "").replace(/=3D/g, "=");

// The path of the newest link with that beginning in a mail to that address. Mail is written by a job, so it may take a moment.
export const linkMailedTo = async (address, beginning) => {
  for (const begun = Date.now(); Date.now() - begun < 20_000; await pause(200)) {
    for (const file of readdirSync(outbox()).sort().reverse()) {
      const mail = decoded(readFileSync(join(outbox(), file), "utf8"));
      if (!mail.includes(`To: ${address}`)) continue;
      const link = mail.match(new RegExp(`https?://[^\\s"<]+?(${beginning}[\\w-]+)`));
      if (link) return link[1];
    }
  }
  throw new Error(`no mail to ${address} with a link to ${beginning}`);
};
