import { make } from "../../page/controls.js";
import type { Recording } from "../runs/snapshot.js";

/** Whether this page lies in a frame without an origin, which drops a file that it is to save, and says nothing. */
export const savesNothing = (): boolean =>
  window !== window.parent && origin === "null" && location.protocol !== "file:";

/** Hands the reader a file. */
export function download(name: string, content: Blob): void {
  const link = make("a", { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A picture as the browser draws it. @throws Error if it can not */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** A picture twice as fine as the screen. @throws Error if the browser cannot draw it */
export async function png(svg: string): Promise<Blob> {
  const image = await imageOf(svg);
  const canvas = make("canvas", { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the picture is too large for this browser"));
      else resolve(blob);
    }, "image/png");
  });
}

/** One row for each time: time, states, input. */
export function csv({ time, states, input, model }: Recording): string {
  const head = (name: string): string => {
    const unit = model?.units[name] ?? "1";
    return unit === "1" ? name : `${name} (${unit})`;
  };
  const inputName = model?.input;
  const columns = [
    { name: "time (ms)", values: time },
    ...Object.entries(states).map(([name, values]) => ({ name: head(name), values })),
    ...(inputName === undefined ? [] : [{ name: head(inputName), values: input }]),
  ];
  const rows = Array.from(time, (_, k) => columns.map(({ values }) => values[k]).join(","));
  return `${[columns.map(({ name }) => name).join(","), ...rows].join("\n")}\n`;
}
