// What a cell has put out, as HTML of a page: figures whose pictures are files of their own, equations as MathML, text.
import { formula } from "../../dist/export/markdown.js";
import { escapeHtml } from "../../dist/text/html.js";

/**
 * The outputs of a cell.
 * @param picture puts a picture, as SVG, among the files of the site and gives its address
 */
export function outputsOf({ result, stdout, stderr, displays }, picture) {
  const printed = [stdout, stderr, result].filter((text) => text !== undefined && text !== "").join("");
  return [
    printed === "" ? "" : `<pre class="printed">${escapeHtml(printed.replace(/\n$/, ""))}</pre>\n`,
    ...displays.filter((data) => !isOfTheNotebookAlone(data)).map((data) => display(data, picture)),
  ].join("");
}

/** What puts the figure library into a notebook, and what says that a prediction is kept. */
const isOfTheNotebookAlone = ({ "text/html": html = "", "text/plain": text = "" }) =>
  html.includes("nullcline-setup") || /^✓ Prediction/.test(text);

function display(data, picture) {
  if (data["text/latex"] !== undefined) return formula(data["text/latex"].replace(/^\$\$|\$\$$/g, ""), true);
  if (data["text/html"] !== undefined) return `<div class="output">${withPictures(data["text/html"], picture)}</div>\n`;
  return `<pre class="printed">${escapeHtml(data["text/plain"])}</pre>\n`;
}

const stills = /(<img class="nullcline-still"[^>]*?) src="data:image\/svg\+xml,([^"]*)"/g;

/** A live output whose pictures, which it carries as text, are files, so that the page is there before. */
export const withPictures = (html, picture) =>
  html.replace(stills, (_, image, data) => {
    const svg = decodeURIComponent(data);
    const [, width, height] = /viewBox='0 0 ([\d.]+) ([\d.]+)'/.exec(svg);
    return `${image} width="${width}" height="${height}" loading="lazy" src="${picture(svg)}"`;
  });
