// The front page of the site: a neuron to play with, three ways in, and all notebooks.
import { escapeHtml } from "../../dist/text/html.js";
import { between } from "./contents.mjs";
import { head, topBar } from "./layout.mjs";

/** Who comes, what they find, and their first steps: the numbers of notebooks, or a place. */
const ways = [
  {
    name: "A biologist",
    says:
      "Cells first. You know what an ion channel is, and want to see what it does to a neuron. No mathematics is " +
      "taken for granted.",
    notebooks: [1, 2, 3, 6, 7, 17, 4, 5, 8, 9, 12, 13, 19, 20, 21, 18],
  },
  {
    name: "A physicist",
    says: "Pictures first. You know differential equations, and want to see why neurons fire in so few ways.",
    notebooks: [1, 3, 4, 5, 10, 11, 12, 13, 15, 16, 6, 20, 21, 22],
  },
  {
    name: "An hour to spare",
    says:
      "Follow the story of the neuron above, ten minutes. Then read why there is a threshold at all, and meet twenty " +
      "ways to fire.",
    steps: [
      ["book/03-flows-on-a-line/#33-a-membrane-with-two-homes-20-min", "A membrane with two homes"],
      ["book/models/izhikevich-patterns/", "Twenty firing patterns"],
    ],
  },
];

/**
 * JupyterLite's pages read their settings from this one, too.
 * @param playground the output of the playground
 */
export function frontPage(parts, files, playground) {
  const { pages } = parts[0];
  const about = "A course on model neurons in notebooks that run in the browser";
  return `${head("", "nullcline: model neurons, a course", about, files)}
<body class="front">
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
${topBar("", files)}
<main id="text">
<section class="hero">
<h1>A neuron is a small machine. Take it apart.</h1>
<div><p>A course on model neurons: ${pages.length} notebooks with live figures, from the salt in the membrane to a thousand cells that
find a rhythm together. It runs in this browser. There is nothing to install, and after the first visit no network is
needed.</p>
<p class="begin"><a class="button" href="${pages[0].address}">Start reading</a>
<a class="button quiet" data-lab href="${labAddress(pages[0])}">Open JupyterLab</a></p></div>
</section>
<section class="play" aria-label="Playground">
<noscript><p>Scripts are off: what follows is a picture, without sliders.</p></noscript>
${playground}
</section>
<section>
<h2>Three ways in</h2>
<div class="ways">
${ways.map((way) => wayIn(way, pages)).join("\n")}
</div>
</section>
<section>
<h2>The notebooks</h2>
<p>Read them here, figures alive. Do them in JupyterLab, in this browser too: exercises answer at once, and what you
write stays here; the menu <i>Course</i> makes a file of it, to hand in or to take along.</p>
<ol class="notebooks">
${pages.map(notebook).join("\n")}
</ol>
</section>
</main>
</body>
</html>
`;
}

/** Where a notebook is open in JupyterLab, and in it a cell. */
export function labAddress({ source }, cell) {
  const path = encodeURIComponent(source.replace("notebooks/", ""));
  return `lab/index.html?path=${path}${cell === undefined ? "" : `#cell-id=${cell}`}`;
}

const numberOf = ({ title }) => Number(/^\d+/.exec(title)[0]);
const nameOf = ({ title }) => escapeHtml(title.replace(/^\d+\. /, ""));

function wayIn({ name, says, notebooks = [], steps }, pages) {
  const numbered = notebooks.flatMap((number) => pages.filter((page) => numberOf(page) === number));
  const links = (steps ?? numbered.map((page) => [page.address, nameOf(page)])).map(
    ([to, title]) => `<li><a href="${between("", to)}">${title}</a></li>`,
  );
  return `<section class="way"><h3>${name}</h3><p>${says}</p><ol>${links.join("")}</ol></section>`;
}

const notebook = (
  page,
) => `<li><a href="${page.address}"><span class="number">${numberOf(page)}</span><b>${nameOf(page)}</b>
<span>${escapeHtml(page.idea)}</span></a>
<p><small>${page.minutes} min · </small><a data-lab href="${labAddress(page)}"
  aria-label="do it in JupyterLab: ${nameOf(page)}">do it in JupyterLab</a></p></li>`;
