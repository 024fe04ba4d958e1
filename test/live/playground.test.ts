import { expect, test, vi } from "vitest";
import { present } from "../../src/checks/present.js";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { unpack } from "../../src/live/page/unpack.js";
import { playground, playgroundOutput } from "../../src/live/playground.js";
import type { PlaygroundPayload } from "../../src/live/playground-mount.js";
import { catalogue } from "../../src/models/catalogue.js";
import { izhikevichPatterns } from "../../src/models/izhikevich-2004.js";

const { html, words } = playgroundOutput();
const { payload } = JSON.parse(
  await unpack(/<script type="application\/gzip">(.*?)<\/script>/.exec(html)?.[1] ?? ""),
) as { readonly payload: PlaygroundPayload };

test("the playground's menu has every model of the catalogue once, by its name and under its kind, a Poisson neuron and a rate unit", () => {
  const names = Object.values(catalogue).map(({ name }) => name);
  const published = izhikevichPatterns.map(({ model }) => model.name);
  const offered = payload.groups.flatMap(({ choices }) => choices.map(({ label }) => label));
  expect([...offered].sort()).toEqual([...new Set([...names, ...published, "Poisson neuron", "rate unit"])].sort());
  expect(payload.groups.map(({ name }) => name)).toEqual([
    "conductance-based",
    "integrate-and-fire",
    "simple model",
    "two-variable caricatures",
    "populations",
    "bursters",
    "not differential equations",
  ]);
  for (const { name, choices } of payload.groups) {
    if (name !== "integrate-and-fire" && name !== "simple model") continue;
    for (const choice of choices)
      expect(choice.kind === "explorer" && choice.payload.systems[0].data.roots.reset !== null, choice.label).toBe(
        true,
      );
  }
});

test("what its stories say of firing agrees with the f-I curve: only accommodation falls silent while the current goes on", () => {
  const models = [...Object.values(catalogue), ...izhikevichPatterns.map(({ model }) => model)];
  const told = payload.groups.flatMap(({ choices }) =>
    choices.flatMap((choice) => (choice.kind === "explorer" && choice.payload.story ? [choice] : [])),
  );
  const silent = told.filter(({ label, payload: { models: entries } }) => {
    const { rate } = fiCurve(
      present(
        models.find(({ name }) => name === label),
        label,
      ),
      [entries[0].opening.input],
      { duration: 4000 },
    );
    return rate[0] === 0;
  });
  expect(told.length).toBeGreaterThan(12);
  expect(silent.map(({ label }) => label)).toEqual(["Izhikevich, accommodation"]);
  for (const one of told) {
    const says = one.payload.story?.[0].say ?? "";
    expect(says.startsWith("It fires, and falls silent"), `${one.label}: ${says}`).toBe(silent.includes(one));
  }
});

test("the whole playground is one output of under 60 kB, with a picture for where no script runs", () => {
  expect(Buffer.byteLength(JSON.stringify(html))).toBeLessThan(60_000);
  expect(html.match(/<img /g)).toHaveLength(1);
});

test("a page where equations can be typed has one choice more, and the texts of all its models to begin with", async () => {
  const typed = playgroundOutput("", true).html;
  const { payload: withOwn } = JSON.parse(
    await unpack(/<script type="application\/gzip">(.*?)<\/script>/.exec(typed)?.[1] ?? ""),
  ) as { readonly payload: PlaygroundPayload };
  expect(withOwn.groups.slice(0, -1).map(({ name }) => name)).toEqual(payload.groups.map(({ name }) => name));
  expect(withOwn.groups.at(-1)).toEqual({
    name: "yours",
    choices: [{ label: "your own equations", kind: "own", payload: null }],
  });
  const texts = (of: PlaygroundPayload): unknown[] =>
    of.groups.flatMap(({ choices }) =>
      choices.flatMap((choice) => (choice.kind === "explorer" ? [choice.payload.systems[0].data.texts] : [])),
    );
  expect(texts(withOwn).every((each) => each !== undefined)).toBe(true);
  expect(texts(payload).every((each) => each === undefined)).toBe(true);
});

test("it prints its words outside a notebook", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  playground();
  expect(log.mock.calls).toEqual([[`[live figure] ${words}`]]);
  expect(words).toMatch(/^playground: Hodgkin-Huxley, .*Poisson neuron, rate unit\. Hodgkin-Huxley: \d+ spikes/);
  log.mockRestore();
});
