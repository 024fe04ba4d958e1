import { corticalNetwork, izhikevich, type HiddenChecks } from "nullcline";

type Rate = (cell: ArrayLike<number>, duration: number, first: number, end: number) => number;

type Lag = (earlier: ArrayLike<number>, later: ArrayLike<number>, most: number) => number;

export const hidden: HiddenChecks = {
  "16.2": [
    {
      name: "is the mean of the cells' own rates, in a network",
      holds: (rateOf: Rate, _mine, random) => {
        const network = corticalNetwork(izhikevich, {
          excitatory: 80,
          inhibitory: 20,
          duration: 500,
          seed: 1 + Math.floor(1000 * random()),
        });
        const [first, end] = [Math.floor(40 * random()), 60 + Math.floor(40 * random())];
        const own = Array.from({ length: end - first }, (_, k) => network.spikesOf(first + k).length / 0.5);
        const mean = own.reduce((sum, f) => sum + f, 0) / own.length;
        return Math.abs(rateOf(network.raster.cell, 500, first, end) - mean) < 1e-9;
      },
    },
    {
      name: "halves when the same spikes take twice the time",
      holds: (rateOf: Rate, _mine, random) => {
        const cell = Array.from({ length: 40 }, () => Math.floor(10 * random()));
        return Math.abs(rateOf(cell, 2000, 2, 9) - rateOf(cell, 1000, 2, 9) / 2) < 1e-9;
      },
    },
    { name: "is zero for cells that never fired", holds: (rateOf: Rate) => rateOf([1, 2, 3], 1000, 4, 8) === 0 },
  ],
  "16.3": [
    {
      name: "finds by how much a list was moved",
      holds: (lagOf: Lag, _mine, random) => {
        const list = Array.from({ length: 60 }, random);
        const shift = Math.floor(8 * random());
        const later = list.map((_, k) => 3 * (list[k - shift] ?? 0.5) + 7);
        return lagOf(list, later, 10) === shift;
      },
    },
  ],
};
