/** A frame as it was encoded. */
export interface Packet {
  readonly bytes: Uint8Array;
  /** ms at which it is seen. */
  readonly at: number;
  /** Whether it can be seen without those before it. */
  readonly isKey: boolean;
}

/** What a file says of its one track. */
interface Track {
  readonly codec: "V_VP8" | "V_VP9";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** ms. */
  readonly duration: number;
}

/** An element of EBML: its id as it stands in the file, and what it holds. */
interface Element {
  readonly id: number;
  readonly holds: Uint8Array | readonly Element[];
}

const element = (id: number, holds: Element["holds"]): Element => ({ id, holds });
const text = (id: number, value: string): Element => element(id, new TextEncoder().encode(value));
/** A number in so many bytes, the largest first. */
function number(id: number, value: number, length: number = 4): Element {
  return element(
    id,
    Uint8Array.from({ length }, (_, k) => Math.floor(value / 256 ** (length - 1 - k)) % 256),
  );
}
function real(id: number, value: number): Element {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return element(id, bytes);
}

/** Bytes of a length, which is always written in eight. */
const lengthBytes = 8;

const idBytes = (id: number): number => Math.ceil(Math.log2(id + 1) / 8);

function sizeOf({ id, holds }: Element): number {
  const held = holds instanceof Uint8Array ? holds.length : holds.reduce((sum, each) => sum + sizeOf(each), 0);
  return idBytes(id) + lengthBytes + held;
}

function write(into: Uint8Array, from: number, { id, holds }: Element): number {
  const head = idBytes(id);
  const held = sizeOf({ id, holds }) - head - lengthBytes;
  into.set(number(id, id, head).holds as Uint8Array, from);
  into.set(number(id, held, lengthBytes).holds as Uint8Array, from + head);
  into[from + head] = 1; // says that eight bytes are the length
  let at = from + head + lengthBytes;
  if (holds instanceof Uint8Array) into.set(holds, at);
  else for (const each of holds) at = write(into, at, each);
  return from + head + lengthBytes + held;
}

/**
 * A film as WebM, which is Matroska: a head, the track, from where a player may begin, and a cluster of frames from
 * each key frame to the next. Ids and order are those of RFC 9559 and RFC 8794.
 * @param packets in the order of time, the first a key frame
 */
export function webm(packets: readonly Packet[], { codec, width, height, duration }: Track): Uint8Array<ArrayBuffer> {
  const clusters: Packet[][] = [];
  for (const packet of packets) {
    if (packet.isKey) clusters.push([]);
    clusters[clusters.length - 1].push(packet);
  }
  const head = element(0x1a45dfa3, [
    number(0x4286, 1),
    number(0x42f7, 1),
    number(0x42f2, 4),
    number(0x42f3, 8),
    text(0x4282, "webm"),
    number(0x4287, 4),
    number(0x4285, 2),
  ]);
  const info = element(0x1549a966, [
    number(0x2ad7b1, 1_000_000), // ns in each unit of time
    real(0x4489, duration),
    text(0x4d80, "nullcline"),
    text(0x5741, "nullcline"),
  ]);
  const video = element(0xe0, [number(0xb0, width), number(0xba, height)]);
  const tracks = element(0x1654ae6b, [
    element(0xae, [
      number(0xd7, 1),
      number(0x73c5, 1),
      number(0x83, 1), // a picture, not sound
      number(0x9c, 0), // no lacing
      text(0x86, codec),
      video,
    ]),
  ]);
  const held = clusters.map((each) =>
    element(0x1f43b675, [number(0xe7, Math.round(each[0].at)), ...each.map((packet) => block(packet, each[0].at))]),
  );
  const cuesAt = (begins: readonly number[]): Element =>
    element(
      0x1c53bb6b,
      clusters.map(([{ at }], k) =>
        element(0xbb, [number(0xb3, Math.round(at)), element(0xb7, [number(0xf7, 1), number(0xf1, begins[k])])]),
      ),
    );
  let place = sizeOf(info) + sizeOf(tracks) + sizeOf(cuesAt(held.map(() => 0)));
  const places = held.map((cluster) => {
    const begin = place;
    place += sizeOf(cluster);
    return begin;
  });
  const segment = element(0x18538067, [info, tracks, cuesAt(places), ...held]);
  const file = new Uint8Array(sizeOf(head) + sizeOf(segment));
  write(file, write(file, 0, head), segment);
  return file;
}

/** A frame in its cluster: the track, its time from the cluster's on, and whether it is a key. */
function block({ bytes, at, isKey }: Packet, from: number): Element {
  const since = Math.round(at) - Math.round(from);
  const head = [0x81, since >> 8, since & 255, isKey ? 0x80 : 0];
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  return element(0xa3, all);
}
