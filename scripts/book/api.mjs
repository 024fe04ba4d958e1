// The API reference: TypeDoc's pages, with the way back to the book.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../steps.mjs";
import { between } from "./contents.mjs";

/** What the reference is made from. */
export const apiInputs = [
  "src",
  "typedoc.json",
  "package-lock.json",
  "scripts/course-order.mjs",
  "scripts/book/api.mjs",
];

/** @param folder what is in it is removed */
export async function buildApi(folder) {
  rmSync(folder, { recursive: true, force: true });
  const typedoc = join(root, "node_modules", "typedoc", "bin", "typedoc");
  await run([process.execPath, typedoc, "--out", folder, "--hideGenerator"], "TypeDoc could not make the reference");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const address = `api/${name.replaceAll("\\", "/")}`;
    const file = join(folder, name);
    const links = [
      ["index.html", "Front page"],
      ["book/", "The book"],
      ["book/models/", "Models"],
      ["book/glossary/", "Glossary"],
    ]
      .map(([to, title]) => `<a href="${between(address, to)}">${title}</a>`)
      .join("");
    const text = readFileSync(file, "utf8");
    const place = '<div id="tsd-toolbar-links">';
    if (!text.includes(place)) throw new Error(`${name} has no place for links: TypeDoc's pages have changed`);
    const icon = `<link rel="icon" href="${between(address, "logo.svg")}">`; // else it is asked of the host's root
    writeFileSync(file, text.replace(place, `${place}${links}`).replace("</head>", `${icon}</head>`));
  }
}
