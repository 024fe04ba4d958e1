import { perSecond } from "./reel.js";
import { webm, type Packet } from "./webm.js";

/** The frames of a film, each drawn on the canvas when it is asked for. */
interface Frames {
  readonly canvas: HTMLCanvasElement;
  readonly count: number;
  draw(k: number): void;
}

interface Encoded {
  readonly file: Blob;
  readonly ending: "webm" | "mp4";
}

/** Frames from one that can be seen without those before it to the next: where a player may begin. */
const fromKeyToKey = 2 * perSecond;
/** Frames that may wait for the encoder. */
const mostWaiting = 2;
/** bit/s: few, as pictures of lines have little in them; where the browser records while it plays, more. */
const [bitrate, recordedBitrate] = [2_000_000, 5_000_000];

/** Of WebM, as WebCodecs and as WebM call them: the first has half the size. */
const codecs = [
  ["vp09.00.31.08", "V_VP9"],
  ["vp8", "V_VP8"],
] as const;

/** Kinds of files that a browser may record, the best first; Apple's players take no WebM. */
const kinds = ["video/webm;codecs=vp9", "video/webm", "video/mp4"] as const;

/**
 * A film as a file: frame by frame, as fast as the browser encodes, where it has WebCodecs; else as long as it takes to
 * play. @throws Error in words where the browser does neither; the signal's reason when that aborts
 */
export async function encoded(frames: Frames, signal: AbortSignal, progress: (part: number) => void): Promise<Encoded> {
  const isApple = "GestureEvent" in window;
  const found = isApple ? undefined : await codecFor(frames.canvas);
  if (found !== undefined) return frameByFrame(frames, found, signal, progress);
  const known = (isApple ? kinds.toReversed() : kinds).find(
    (each) => typeof MediaRecorder !== "undefined" && MediaRecorder.isTypeSupported(each),
  );
  if (known === undefined || !("captureStream" in frames.canvas))
    throw new Error("this browser records no films: Chrome, Edge, Firefox and Safari of the last years do");
  return whilePlaying(frames, known, signal, progress);
}

type Codec = (typeof codecs)[number];

const settingsFor = ([codec]: Codec, { width, height }: HTMLCanvasElement): VideoEncoderConfig => ({
  codec,
  width,
  height,
  bitrate,
  framerate: perSecond,
});

/** A codec that the browser encodes; WebCodecs are in secure contexts alone. */
async function codecFor(canvas: HTMLCanvasElement): Promise<Codec | undefined> {
  if (typeof VideoEncoder === "undefined") return undefined;
  for (const each of codecs) {
    const { supported } = await VideoEncoder.isConfigSupported(settingsFor(each, canvas));
    if (supported === true) return each;
  }
  return undefined;
}

async function frameByFrame(
  { canvas, count, draw }: Frames,
  codec: Codec,
  signal: AbortSignal,
  progress: (part: number) => void,
): Promise<Encoded> {
  const packets: Packet[] = [];
  let fail = (_: Error): void => {};
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => {}); // told where it is waited for
  const encoder = new VideoEncoder({
    output(chunk) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, at: chunk.timestamp / 1000, isKey: chunk.type === "key" });
    },
    error: (error) => fail(error),
  });
  try {
    encoder.configure(settingsFor(codec, canvas));
    for (let k = 0; k < count; k++) {
      draw(k);
      const frame = new VideoFrame(canvas, { timestamp: micro(k), duration: micro(1) });
      encoder.encode(frame, { keyFrame: k % fromKeyToKey === 0 });
      frame.close();
      while (encoder.encodeQueueSize > mostWaiting) await Promise.race([oneLess(encoder), failed]);
      signal.throwIfAborted();
      progress((k + 1) / count);
    }
    await Promise.race([encoder.flush(), failed]);
  } finally {
    if (encoder.state !== "closed") encoder.close();
  }
  const { width, height } = canvas;
  const file = webm(packets, { codec: codec[1], width, height, duration: (1000 * count) / perSecond });
  return { file: new Blob([file], { type: "video/webm" }), ending: "webm" };
}

/** µs at which a frame is seen. */
const micro = (frame: number): number => Math.round((frame * 1e6) / perSecond);

const oneLess = (encoder: VideoEncoder): Promise<unknown> =>
  new Promise((resolve) => encoder.addEventListener("dequeue", resolve, { once: true }));

/** Such a file of WebM does not say how long it is; players find out. */
async function whilePlaying(
  { canvas, count, draw }: Frames,
  kind: string,
  signal: AbortSignal,
  progress: (part: number) => void,
): Promise<Encoded> {
  draw(0);
  const stream = canvas.captureStream(perSecond);
  const recorder = new MediaRecorder(stream, { mimeType: kind, videoBitsPerSecond: recordedBitrate });
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  const started = new Promise((resolve) => recorder.addEventListener("start", resolve, { once: true }));
  recorder.start();
  await started;
  const began = performance.now();
  try {
    for (let k = 0; k < count; ) {
      const now = await new Promise<number>(requestAnimationFrame);
      signal.throwIfAborted();
      if (document.hidden) throw new Error("the page went out of sight: a film is recorded while it plays");
      k = Math.max(0, Math.floor(((now - began) / 1000) * perSecond));
      draw(Math.min(k, count - 1));
      progress(Math.min(1, k / count));
    }
  } finally {
    recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
  await stopped;
  const [type] = kind.split(";");
  return { file: new Blob(pieces, { type }), ending: type === "video/mp4" ? "mp4" : "webm" };
}
