/**
 * However often it is asked, `work` runs at most once a frame, only while `element` is in view, and not after `signal`
 * aborts.
 */
export function whenSeen(element: Element, signal: AbortSignal, work: () => void): () => void {
  let asked = false;
  let waiting = false;
  let seen = true;
  const request = (): void => {
    asked = true;
    if (waiting || !seen) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (signal.aborted || !seen) return;
      asked = false;
      work();
    });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      seen = entries[entries.length - 1].isIntersecting; // a busy page tells of several changes at once, the last last
      if (seen && asked) request();
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return request;
}
