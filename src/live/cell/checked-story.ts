import { knownOptions, requireChoice, requireCount, requireFinite, requireParameter } from "../../checks/require.js";
import { told } from "../../checks/told.js";
import type { Model } from "../../model/model.js";
import { panels } from "../explorer/panels/panels.js";
import type { StoryEvent, StoryStep } from "../explorer/state/story-step.js";

/**
 * A story that can be told of these models: each step says something, and what it waits for can come about.
 * @throws TypeError for a step that says nothing or waits for nothing; RangeError for a parameter or a picture that
 * none of the models has, and for a pair that decreases
 */
export function checkedStory(story: readonly StoryStep[], models: readonly Model[]): readonly StoryStep[] {
  if (!Array.isArray(story)) throw new TypeError(`explore: story must be a list of steps, got ${told(story)}`);
  story.forEach((step, k) => {
    const where = `explore: story[${k}]`;
    if (typeof step?.say !== "string" || step.say === "")
      throw new TypeError(
        `${where} must say something, as in { say: "Raise I until it fires." }; got ${JSON.stringify(step)}`,
      );
    knownOptions(where, step, ["say", "until"]);
    if (step.until !== undefined) requireEvent(`${where}.until`, step.until, models);
  });
  return story;
}

function requireEvent(where: string, event: StoryEvent, models: readonly Model[]): void {
  const { spikes, parameters, view, start } = knownOptions(where, event, ["spikes", "parameters", "view", "start"]);
  if ([spikes, parameters, view, start].every((wanted) => wanted === undefined))
    throw new TypeError(`${where} waits for nothing; leave it out, and a button goes on`);
  if (spikes !== undefined) requirePair(where, "spikes", spikes, (name, value) => requireCount(where, name, value, 0));
  for (const [name, range] of Object.entries(parameters ?? {})) {
    if (!models.some((model) => model.parameterNames.includes(name))) requireParameter(where, models[0], name);
    requirePair(where, `parameters.${name}`, range, (end, value) => requireFinite(where, end, value));
  }
  if (start !== undefined && !start)
    throw new TypeError(`${where}: start must be true, or left out; got ${told(start)}`);
  if (view === undefined) return;
  const views = panels.filter((panel) => models.some((model) => panel.suits(model))).map(({ name }) => name);
  requireChoice(where, "view", view, views);
}

function requirePair(
  where: string,
  name: string,
  pair: readonly [number, number],
  requireEnd: (name: string, value: unknown) => number,
): void {
  const isPair = Array.isArray(pair) && pair.length === 2;
  if (isPair && requireEnd(`${name}[0]`, pair[0]) <= requireEnd(`${name}[1]`, pair[1])) return;
  throw new RangeError(`${where}: ${name} must be the least and the largest value, as in [1, 99]; got ${told(pair)}`);
}
