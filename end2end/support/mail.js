// Mail that the served shop wrote to its outbox in place of sending it.

import { readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";

const outbox = () => join(process.env.SENTRA_DATA ?? "data", "outbox");

// Quoted-printable, as far as addresses of ours need it.
const decoded = (mail) => mail.replace(/=\r?\n/g, "").replace(/=3D/g, "=");

// Paths of the links with that beginning in all mails to that address, the oldest first.
const links = (address, beginning) =>
  readdirSync(outbox())
    .filter((file) => file.endsWith(".eml"))
    .sort()
    .map((file) => decoded(readFileSync(join(outbox(), file), "utf8")))
    .filter((mail) => mail.includes(`To: ${address}`))
    .flatMap((mail) => mail.match(new RegExp(`https?://[^\\s"<]+?${beginning}[\\w-]+`))?.slice(0, 1) ?? [])
    .map((link) => new URL(link).pathname);

// The path of the link with that beginning in the n-th such mail to that address. A job writes mail, so it may take a moment.
export const linkMailedTo = (address, beginning, nth = 1) =>
  new Promise((resolve, reject) => {
    const done = (settle, value) => {
      clearTimeout(patience);
      watcher.close();
      settle(value);
    };
    const look = () => {
      const found = links(address, beginning);
      if (found.length >= nth) done(resolve, found[nth - 1]);
    };
    const patience = setTimeout(() => done(reject, new Error(`no mail ${nth} to ${address} with a link to ${beginning}`)), 30_000);
    const watcher = watch(outbox(), look);
    look();
  });
