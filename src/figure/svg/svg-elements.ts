/** To a tenth of a px: as fine as a picture is written. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** A rectangle by its left upper corner. @param paint more attributes, each after a space */
export const rectangle = (x: number, y: number, width: number, height: number, paint: string = ""): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${paint}/>`;
