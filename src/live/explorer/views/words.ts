import { make } from "../../page/controls.js";
import { hiddenWords } from "../figures/prediction.js";
import { inWords, restInWords, restSentence } from "../figures/words.js";
import { drawnInput, isHidden, type ExplorerState } from "../state/state.js";
import { differs, type View } from "./view.js";

/** What the pictures show, in words; words that stay the same are not read aloud again. */
export function wordsView(): View {
  const element = make("p", { className: "nc-words", ariaLive: "polite" });
  return {
    element,
    update(before, after) {
      if (!differs(before, after, (state) => [state.run, state.playing, state.prediction, state.failure])) return;
      const text = textOf(after);
      if (text !== undefined && text !== element.textContent) element.textContent = text;
    },
  };
}

function textOf(state: ExplorerState): string | undefined {
  const { failure, playing, prediction, run } = state;
  if (failure !== undefined) return failure;
  if (playing?.snapshot !== undefined) {
    const { model, equilibria } = playing.snapshot;
    return `The run goes on. ${restSentence(model, equilibria)}`;
  }
  if (run === undefined) return undefined;
  if (isHidden(state)) return hiddenWords;
  const input = drawnInput(state);
  const rest =
    input === undefined
      ? restSentence(run.model, run.equilibria)
      : `The current is yours: drag across its panel. Without it: ${restInWords(run.model, run.equilibria)}.`;
  const sentences = [prediction.verdict, `${inWords(run.recording)}.`, rest];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** What came of a link. */
export function noticeView(): View {
  const element = make("p", { className: "nc-about", role: "status" });
  return {
    element,
    update(_before, { notice }) {
      if (element.textContent !== notice) element.textContent = notice;
    },
  };
}
