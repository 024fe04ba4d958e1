import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenSeen } from "../../../src/live/page/when-seen.js";

/** What the browser would do: its next frame, and what it tells of the element. */
let frames: (() => void)[] = [];
let tell: (...seen: readonly boolean[]) => void = () => {};

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => frames.push(work));
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        tell = (...seen) => callback(seen.map((isIntersecting) => ({ isIntersecting })));
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const frame = (): void => {
  for (const work of frames.splice(0)) work();
};
const started = (): { readonly ask: () => void; readonly work: () => void; readonly stop: AbortController } => {
  const [work, stop] = [vi.fn(), new AbortController()];
  return { ask: whenSeen({} as Element, stop.signal, work), work, stop };
};

test("what is asked for twice is done once, in the next frame", () => {
  const { ask, work } = started();
  ask();
  ask();
  expect(work).not.toHaveBeenCalled();
  frame();
  expect(work).toHaveBeenCalledOnce();
});

test("out of view nothing is done; what was asked for there is done when it comes into view", () => {
  const { ask, work } = started();
  tell(false);
  ask();
  frame();
  expect(work).not.toHaveBeenCalled();
  tell(true);
  frame();
  expect(work).toHaveBeenCalledOnce();
});

test("a busy page tells of several changes at once: the last one holds", () => {
  const { ask, work } = started();
  ask();
  tell(false, true);
  frame();
  expect(work).toHaveBeenCalledOnce();
  tell(true, false);
  ask();
  frame();
  expect(work).toHaveBeenCalledOnce();
});

test("nothing is done after the end", () => {
  const { ask, work, stop } = started();
  ask();
  stop.abort();
  frame();
  expect(work).not.toHaveBeenCalled();
});
