import { momentOf } from "../figures/cursor.js";
import type { Recording } from "../runs/snapshot.js";

/** What is heard of a run. Each call is about the time that passes after what was heard last. */
export interface Voice {
  /** A click for each spike after `from` and until `to`, ms, which pass in some seconds. */
  click(recording: Recording, from: number, to: number, seconds: number): void;
  /** The first state as the pitch of a tone, which goes on until it is to rest. */
  sing(recording: Recording, from: number, to: number, seconds: number): void;
  rest(): void;
}

/** A click: seconds that it lasts, Hz of what rings in it, and how fast that fades, 1/s. */
const [length, ring, fading] = [0.012, 1600, 450];
/** Hz at the ends of the first state's window. */
const [lowest, highest] = [110, 880];
/** Of a tone: how loud it is, and the time constant with which it comes and goes, s. */
const [loudness, softness] = [0.12, 0.015];
/** s; the tone has a place at least so often. */
const fineness = 0.002;
/** s between a sound that is asked for and its beginning, so that the next comes before it ends. */
const ahead = 0.03;

/** A voice for a run, by Web Audio: a sound follows the last to within a sample, whatever the frames do. */
export function voice(context: AudioContext): Voice {
  const clicks = context.createBuffer(1, Math.ceil(length * context.sampleRate), context.sampleRate);
  clicks
    .getChannelData(0)
    .set(
      Array.from({ length: clicks.length }, (_, k) => k / context.sampleRate).map(
        (t) => 0.5 * Math.sin(2 * Math.PI * ring * t) * Math.exp(-fading * t),
      ),
    );
  let tone: { readonly pitch: AudioParam; readonly gain: AudioParam } | undefined;
  let heardUntil = -Infinity;
  /** When a sound of some seconds begins, on the clock of the context. */
  const after = (seconds: number): number => {
    const now = context.currentTime;
    const begins = heardUntil < now || heardUntil > now + 0.5 ? now + ahead : heardUntil;
    heardUntil = begins + seconds;
    return begins;
  };
  const makeTone = (): NonNullable<typeof tone> => {
    const [source, volume] = [context.createOscillator(), context.createGain()];
    volume.gain.value = 0;
    source.type = "triangle";
    source.connect(volume).connect(context.destination);
    source.start();
    return { pitch: source.frequency, gain: volume.gain };
  };
  return {
    click({ spikes }, from, to, seconds) {
      const begins = after(seconds);
      for (const spike of spikes) {
        if (spike <= from || spike > to) continue;
        const source = context.createBufferSource();
        source.buffer = clicks;
        source.connect(context.destination);
        source.start(begins + ((spike - from) / (to - from)) * seconds);
      }
    },
    sing(recording, from, to, seconds) {
      const { model } = recording;
      if (model === undefined) return;
      tone ??= makeTone();
      const begins = after(seconds);
      const [name] = model.stateNames;
      const places = Math.max(1, Math.ceil(seconds / fineness));
      for (let k = 1; k <= places; k++) {
        const value = momentOf(recording, from + (k / places) * (to - from))[name];
        tone.pitch.linearRampToValueAtTime(pitchOf(value, model.ranges[name]), begins + (k / places) * seconds);
      }
      tone.gain.setTargetAtTime(loudness, begins, softness);
    },
    rest() {
      tone?.gain.setTargetAtTime(0, Math.max(context.currentTime, heardUntil), softness);
    },
  };
}

/** Hz of a value in its window: three octaves from its lower end to its upper. */
export function pitchOf(value: number, [low, high]: readonly [number, number]): number {
  const part = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return lowest * (highest / lowest) ** part;
}
