// Complaining about goods, in steps that several tests share.

import { press } from "./people.js";

// The buyer of the order at that address complains of one piece of what has that label, and asks the curator at once.
export const complain = async (page, order, label) => {
  await page.goto(`${order}/keluhan`);
  await page.getByLabel(label).fill("1");
  await page.getByLabel("Apa masalahnya?").selectOption("damaged");
  await page.getByLabel("Ceritakan").fill("Bibirnya retak.");
  await press(page, "Kirim keluhan");
  await page.getByText("Pilihan lain").click();
  await press(page, "Minta kurator memutuskan");
};

// The curator decides on the case that the page shows.
export const decide = async (page, { how, amount, why }) => {
  await page.getByLabel(how).check();
  if (amount) await page.getByLabel("Jumlah uang").fill(amount);
  await page.getByLabel("Alasan").fill(why);
  await press(page, "Simpan keputusan");
  await page.getByText("Keputusan disimpan. Kedua pihak sudah diberi tahu.").waitFor();
};
