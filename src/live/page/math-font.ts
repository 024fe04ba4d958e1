/**
 * The part of STIX Two Math that equations need, as woff2 in base64 (`data/fonts`): the build puts it in the place of
 * this name.
 */
declare const mathFontBase64: string;

const family = "nullcline math";

/** Style of equations. A browser takes heights of indices and fractions from the font, and has none of its own. */
export const mathCss = `
.nullcline-equations math, .nc-math math { font-family: "${family}", math; }
`;

/** Gives the page its mathematical font: from memory, so that no policy for fonts and no network is asked. */
export function addMathFont(): void {
  if ([...document.fonts].some((face) => face.family.replaceAll('"', "") === family)) return;
  document.fonts.add(
    new FontFace(
      family,
      Uint8Array.from(atob(mathFontBase64), (letter) => letter.charCodeAt(0)),
    ),
  );
}
