import type { DataPoint } from "../../../figure/figure.js";
import { type Drag, slip } from "../../page/drag.js";
import { isHidden, snapshotInSight } from "../state/state.js";
import type { Store } from "../views/view.js";

/**
 * A drag that selects the time over which a pointer is drawn; a click selects nothing. On a touch screen a finger
 * across selects, and one up or down scrolls the page (`touch-action: pan-y`). Undefined where there is no time to
 * select.
 * @param from where the pointer goes down
 * @param pinches whether the finger has become one of two, which select nothing
 * @param done when it is up, and a span is selected
 */
export function brush(
  store: Store,
  from: DataPoint,
  down: PointerEvent,
  pinches: () => boolean,
  done: () => void,
): Drag | undefined {
  const { state, dispatch } = store;
  if (state.playing !== undefined || isHidden(state) || snapshotInSight(state) === undefined) return undefined;
  let [brushed, pinched] = [false, false];
  return {
    scrolls: true,
    move({ x }, { clientX }) {
      if (pinches() && !pinched) {
        pinched = true;
        dispatch({ kind: "select span", span: undefined });
      }
      if (pinched) return;
      brushed ||= Math.abs(clientX - down.clientX) >= slip;
      if (brushed) dispatch({ kind: "select span", span: [from.x, x] });
    },
    end() {
      if (pinched) return;
      if (brushed) done();
      else dispatch({ kind: "select span", span: undefined });
    },
  };
}
