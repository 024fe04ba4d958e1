import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawing } from "../../src/figure/svg/svg.js";
import type { redrawing } from "../../src/live/page/picture/redraw.js";
import { looksOfScenes } from "../live/scene-looks.js";
import { noBrowser } from "./browser.js";
import { pages, type Pages } from "./pages.js";

const frame = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

describe.skipIf(noBrowser())("a picture that follows another in a page", () => {
  let site: Pages;
  let code: string;
  beforeAll(async () => {
    site = await pages();
    const { outputFiles } = await build({
      entryPoints: ["src/live/page/picture/redraw.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "redraw",
    });
    code = outputFiles[0].text;
  });
  afterAll(() => site?.close());

  /** Of pictures that follow one another, those of which other elements or attributes stand in the page than of it alone. */
  const others = async (pictures: readonly string[]): Promise<readonly string[]> => {
    const { page } = await site.open("<div id=one></div><div id=other></div>");
    await page.addScriptTag({ content: code });
    return page.evaluate((all) => {
      const [one, other] = ["one", "other"].map((id) => document.getElementById(id) as HTMLElement);
      const draw = (window as unknown as { redraw: { redrawing: typeof redrawing } }).redraw.redrawing(one);
      return all.filter((picture) => {
        draw(picture);
        other.innerHTML = picture;
        return one.children.length !== 1 || !one.children[0].isEqualNode(other.children[0]);
      });
    }, pictures);
  };

  test("is the same element by element as if it stood there alone: all scenes, each after itself at another setting, and after others", async () => {
    const pictures = Object.values(looksOfScenes()).map((figure) => drawing(figure, 480, true).picture);
    const order = [...pictures, ...pictures.toReversed(), ...pictures.filter((_, k) => k % 3 === 0)];
    expect(await others(order)).toEqual([]);
  });

  test("parts come and go at the beginning, in the middle and at the end, and change their names, texts and attributes", async () => {
    const insides = [
      '<path d="M0 0"/>',
      '<path d="M0 1" fill="none"/><text x="1">a &amp; b<tspan dy="2">c</tspan></text>',
      '<rect x="1"/><path d="M0 1"/><text x="1">a &lt; b</text><g><path d="M1 1"/><circle r="2"/></g>',
      '<rect x="1"/><text x="1">a &lt; b</text><g><circle r="2"/></g>',
      '<circle r="1"/><g><path d="M1 1"/><circle r="2"/><rect x="3"/></g><text>&quot;q&quot;</text>',
      '<g></g><text x="&quot;">t</text>',
      "",
      '<g><g><g><path d="M2 2"/></g></g></g>',
      '<g><g><g><path d="M2 3"/><path d="M2 4"/></g></g></g>',
    ];
    const order = [...insides, ...insides.toReversed(), insides[2], insides[7], insides[4], insides[1], insides[5]];
    expect(await others(order.map(frame))).toEqual([]);
  });

  test("what is the same stays: an axis is the very element that it was", async () => {
    const { page } = await site.open("<div id=one></div>");
    await page.addScriptTag({ content: code });
    const [line, moved] = ['<path d="M0 0l1 1"/>', '<path d="M0 0l1 2"/>'].map((path) =>
      frame(`<g><text>10</text></g><svg>${path}</svg><text>V</text>`),
    );
    const stays = await page.evaluate(
      ([from, to]) => {
        const one = document.getElementById("one") as HTMLElement;
        const draw = (window as unknown as { redraw: { redrawing: typeof redrawing } }).redraw.redrawing(one);
        draw(from);
        const before = [...one.querySelectorAll("*")];
        draw(to);
        return { same: [...one.querySelectorAll("*")].every((each, k) => each === before[k]), html: one.innerHTML };
      },
      [line, moved],
    );
    expect(stays).toEqual({ same: true, html: expect.stringContaining('d="M0 0l1 2"') });
  });
});
