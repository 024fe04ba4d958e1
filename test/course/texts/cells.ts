/**
 * Answer cells in the notebook's own terms, written before the checks were read: five that are right, each in another
 * way, and ten that are wrong.
 */
export interface Cells {
  readonly right: readonly string[];
  readonly wrong: Readonly<Record<string, string>>;
}

export const cells: Readonly<Record<string, Cells>> = {
  "1.3": {
    right: [
      'const m = restingMembrane; const at = { V: own.V }; const yourSodium = -(m.quantity("IK", at) + ' +
        'm.quantity("ICl", at)) / (m.quantity("INa", at) / m.parameters.gNa);',
      "let lo = 0, hi = 100; for (let i = 0; i < 60; i++) { const g = (lo + hi) / 2; if " +
        "(equilibria(restingMembrane.with({ gNa: g }))[0].state.V < own.V) lo = g; else hi = g; } const " +
        "yourSodium = (lo + hi) / 2;",
      'const m = restingMembrane; const at = { V: own.V }; const yourSodium = Number((-(m.quantity("IK", ' +
        'at) + m.quantity("ICl", at)) / (m.quantity("INa", at) / m.parameters.gNa)).toPrecision(3));',
      "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: own.V }); const " +
        'yourSodium = (q("IK") + q("ICl")) / -q("INa");',
      "let yourSodium = 0; for (let g = 0.001; g < 30; g *= 1.002) { const q = (n: string) => " +
        'restingMembrane.with({ gNa: g }).quantity(n, { V: own.V }); if (q("IK") + q("ICl") + q("INa") > 0) ' +
        "yourSodium = g; }",
    ],
    wrong: {
      "sign of the sum":
        "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: own.V }); const " +
        'yourSodium = (q("IK") + q("ICl")) / q("INa");',
      "chloride forgotten":
        "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: own.V }); const " +
        'yourSodium = q("IK") / -q("INa");',
      "chloride subtracted":
        "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: own.V }); const " +
        'yourSodium = (q("IK") - q("ICl")) / -q("INa");',
      "the current":
        'const q = (n: string) => restingMembrane.quantity(n, { V: own.V }); const yourSodium = q("IK") + ' +
        'q("ICl");',
      "over v":
        'const q = (n: string) => restingMembrane.quantity(n, { V: own.V }); const yourSodium = (q("IK") + ' +
        'q("ICl")) / Math.abs(own.V);',
      "the default": "const yourSodium = restingMembrane.parameters.gNa;",
      "at minus60":
        "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: -60 }); const yourSodium " +
        '= (q("IK") + q("ICl")) / -q("INa");',
      "in siemens":
        "const q = (n: string) => restingMembrane.with({ gNa: 1 }).quantity(n, { V: own.V }); const " +
        'yourSodium = (q("IK") + q("ICl")) / -q("INa") / 1000;',
      untouched: "const yourSodium = NaN; // mS/cm^2",
      "the voltage": "const yourSodium = own.V;",
    },
  },
  "2.2": {
    right: [
      "const bar = { area: bars.n * bars.dt, height: 1 / bars.dt };",
      "const bar = { height: 1 / bars.dt, area: bars.dt * bars.n * 1 };",
      "let total = 0; for (let k = 0; k < bars.n; k++) total += 1 * bars.dt; const bar = { area: total, " +
        "height: bars.n / total };",
      "const bar = { area: Number((bars.n * bars.dt).toPrecision(4)), height: Number((1 / " +
        "bars.dt).toPrecision(4)) };",
      "const area = bars.n * bars.dt; const bar = { area, height: bars.n / (bars.n * bars.dt) };",
    ],
    wrong: {
      "area counts": "const bar = { area: bars.n, height: 1 / bars.dt };",
      "height one": "const bar = { area: bars.n * bars.dt, height: 1 };",
      "one bar": "const bar = { area: bars.dt, height: 1 / bars.dt };",
      "height of all": "const bar = { area: bars.n * bars.dt, height: bars.n / bars.dt };",
      swapped: "const bar = { area: 1 / bars.dt, height: bars.n * bars.dt };",
      "in seconds": "const bar = { area: (bars.n * bars.dt) / 1000, height: 1000 / bars.dt };",
      "height is width": "const bar = { area: bars.n * bars.dt, height: bars.dt };",
      zero: "const bar = { area: 0, height: Infinity };",
      "as text": "const bar = { area: String(bars.n * bars.dt), height: String(1 / bars.dt) } as any;",
      untouched: "const bar = { area: NaN, height: NaN };",
    },
  },
  "4.1": {
    right: [
      'const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) })[0];',
      'const at = neuron.quantity("nInf", { V: place.V, n: 0.5 }); const arrow = Number(neuron.field({ V: ' +
        "place.V, n: at })[0].toFixed(2));",
      "let n = 0; while (neuron.field({ V: place.V, n: n })[1] > 0) n += 0.00001; const arrow = " +
        "neuron.field({ V: place.V, n: n })[0];",
      'const arrow = neuron.field({ n: neuron.quantity("nInf", { V: place.V, n: 1 }), V: place.V })[0] * 1;',
      'const [dV, dn] = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) }); ' +
        "const arrow = dV;",
    ],
    wrong: {
      "the other": 'const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) })[1];',
      "n of the text": "const arrow = neuron.field({ V: place.V, n: 0.1 })[0];",
      shut: "const arrow = neuron.field({ V: place.V, n: 0 })[0];",
      "at minus40": 'const arrow = neuron.field({ V: -40, n: neuron.quantity("nInf", { V: -40, n: 0 }) })[0];',
      "n of minus40": 'const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: -40, n: 0 }) })[0];',
      sign: 'const arrow = -neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) })[0];',
      "the list":
        'const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) }) as any;',
      "n inf": 'const arrow = neuron.quantity("nInf", { V: place.V, n: 0 });',
      "in volts":
        'const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) })[0] / ' + "1000;",
      untouched: "const arrow = NaN; // mV/ms",
    },
  },
  "4.7": {
    right: [
      "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late));",
      "const late = two[1].spikes[two[1].spikes.length - 1]; const lag = Number((late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late))).toFixed(2));",
      "const far = [{ V: -30, n: 0.36 }, { V: start.V, n: start.n }].map((initial) => simulate(driven, { " +
        "duration: 200, initial: initial }).spikes); const late = far[1][far[1].length - 2]; const lag = " +
        "late - Math.max(...Array.from(far[0]).filter((t) => t <= late));",
      "const late = two[1].spikes[two[1].spikes.length - 3]; const lag = late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late)) + 0.02;",
      "const late = two[1].spikes[two[1].spikes.length - 3]; let lag = NaN; for (const t of two[0].spikes) " +
        "if (t < late) lag = late - t;",
    ],
    wrong: {
      "first spikes": "const lag = two[1].spikes[0] - two[0].spikes[0] + 0.4;",
      "next of the first":
        "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = " +
        "Math.min(...Array.from(two[0].spikes).filter((t) => t > late)) - late + 0.2;",
      "one period more":
        "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late)) + 7.07;",
      negative:
        "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = -(late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late)));",
      "as a part":
        "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = (late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late))) / 7.07 + 8;",
      "nothing left": "const lag = -0.3;",
      "the period": "const lag = 7.4;",
      "the time": "const lag = two[1].spikes[two[1].spikes.length - 1];",
      "as text":
        "const late = two[1].spikes[two[1].spikes.length - 2]; const lag = (late - " +
        "Math.max(...Array.from(two[0].spikes).filter((t) => t <= late))).toFixed(2) as any;",
      untouched: "const lag = NaN; // ms",
    },
  },
  "13.2": {
    right: [
      "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v - u); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { let vNew = v + (0.04 * v ** 2 + 5 * v + 140 - u + I) * dt; let uNew = u + a " +
        "* (b * v - u) * dt; if (vNew >= 30) { vNew = c; uNew = uNew + d; } return [vNew, uNew]; };",
      "function nextState(v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] { const dv = 0.04 * v ** 2 + 5 * v + 140 - u + I; const du = a * (b * v - u); " +
        "const next = [v + dv * dt, u + du * dt]; if (next[0] < 30) return next; return [c, next[1] + d]; }",
      "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const du = dt * (a * b * v - a * u); v += dt * (v * (0.04 * v + 5) + 140 - u " +
        "+ I); u += du; if (v >= 30) return [c, u + d]; return [v, u]; };",
      "const nextState = (v: number, u: number, I: number, dt: number, ...[a, b, c, d]: number[]): " +
        "number[] => { const next = v + dt * (0.04 * v ** 2 + 5 * v + 140 - u + I); const rest = u + dt * a " +
        "* (b * v - u); return [next >= 30 ? c : next, next >= 30 ? rest + d : rest]; };",
    ],
    wrong: {
      "new v in u":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v1 - u); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "new u in v":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const u1 = u + dt * a * (b * v - u); const v1 = v + dt * (0.04 * v * v + 5 * " +
        "v + 140 - u1 + I); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "old v reaches peak":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { if (v >= 30) return [c, u + d]; return [v + dt * (0.04 * v * v + 5 * v + 140 " +
        "- u + I), u + dt * a * (b * v - u)]; };",
      "u is d":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v - u); return v1 >= 30 ? [c, d] : [v1, u1]; };",
      "old u plus d":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v - u); return v1 >= 30 ? [c, u + d] : [v1, u1]; };",
      "no reset":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { return [v + dt * (0.04 * v * v + 5 * v + 140 - u + I), u + dt * a * (b * v - " +
        "u)]; };",
      "no dt":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + 0.04 * v * v + 5 * v + 140 - u + I; const u1 = u + a * (b * v " +
        "- u); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "regular only":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* 0.02 * (0.2 * v - u); return v1 >= 30 ? [-65, u1 + 8] : [v1, u1]; };",
      velocities:
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { return [0.04 * v * v + 5 * v + 140 - u + I, a * (b * v - u)]; };",
      "at peak exactly":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v - u); return v1 >= 35 ? [c, u1 + d] : [v1, u1]; };",
      "input forgotten":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u); const u1 = u + dt * a " +
        "* (b * v - u); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "reset minus d":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (b * v - u); return v1 >= 30 ? [c, u1 - d] : [v1, u1]; };",
      "a twice":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const v1 = v + dt * (0.04 * v * v + 5 * v + 140 - u + I); const u1 = u + dt " +
        "* a * (v - b * u); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      midpoint:
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { const vm = v + 0.5 * dt * (0.04 * v * v + 5 * v + 140 - u + I); const um = u " +
        "+ 0.5 * dt * a * (b * v - u); const v1 = v + dt * (0.04 * vm * vm + 5 * vm + 140 - um + I); const " +
        "u1 = u + dt * a * (b * vm - um); return v1 >= 30 ? [c, u1 + d] : [v1, u1]; };",
      "half steps":
        "const nextState = (v: number, u: number, I: number, dt: number, a: number, b: number, c: number, d: " +
        "number): number[] => { let x = v; for (let k = 0; k < 2; k++) { x += 0.5 * dt * (0.04 * x * x + 5 * " +
        "x + 140 - u + I); } const u1 = u + dt * a * (b * x - u); return x >= 30 ? [c, u1 + d] : [x, u1]; };",
    },
  },
  "16.2": {
    right: [
      "let lo = 0, hi = 35.5; const fire = (A: number) => simulate(resonator, { duration: 16, initial: " +
        "homes[1], stimulus: helped(A) }).spikes.length > 0; for (let i = 0; i < 30; i++) { const A = (lo + " +
        "hi) / 2; if (fire(A)) hi = A; else lo = A; } const leastPush = hi;",
      "const fire = (A: number) => simulate(resonator, { duration: 16, initial: homes[1], stimulus: " +
        "helped(A) }).spikes.length > 0; let leastPush = 0; while (!fire(leastPush)) leastPush += 0.1;",
      "let lo = 0, hi = 100; for (let i = 0; i < 30; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 40, initial: homes[1], stimulus: helped(A) }).spikes.length > 0) " +
        "hi = A; else lo = A; } const leastPush = Number(hi.toPrecision(3));",
      "let lo = 0, hi = 35.5; for (let i = 0; i < 14; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, stimulus: helped(A), initial: homes[1] }).spikes.length) hi = " +
        "A; else lo = A; } const leastPush = (lo + hi) / 2;",
      "let lo = 0, hi = 35.5; for (let i = 0; i < 20; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, stimulus: helped(A), initial: homes[1] }).spikes.length) hi = " +
        "A; else lo = A; } const leastPush = 1.004 * hi;",
    ],
    wrong: {
      alone: "const leastPush = 35.5;",
      "the size": 'const leastPush = variant("16.2").size;',
      less: 'const leastPush = 35.5 - variant("16.2").size;',
      "of the text": "const leastPush = 25;",
      "excitatory first":
        "let lo = 0, hi = 100; for (let i = 0; i < 30; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, initial: homes[1], stimulus: sum(pulses(size, { width: 0.2, " +
        "at: [3] }), pulses(A, { width: 0.2, at: [4.4] })) }).spikes.length) hi = A; else lo = A; } const " +
        "leastPush = hi;",
      "no pause of the":
        "let lo = 0, hi = 200; for (let i = 0; i < 30; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, initial: homes[1], stimulus: sum(pulses(-size, { width: 0.2, " +
        "at: [3] }), pulses(A, { width: 0.2, at: [3.4] })) }).spikes.length) hi = A; else lo = A; } const " +
        "leastPush = hi;",
      negative:
        "let lo = 0, hi = 35.5; for (let i = 0; i < 20; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, stimulus: helped(A), initial: homes[1] }).spikes.length) hi = " +
        "A; else lo = A; } const leastPush = -hi;",
      "five percent":
        "let lo = 0, hi = 35.5; for (let i = 0; i < 20; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, stimulus: helped(A), initial: homes[1] }).spikes.length) hi = " +
        "A; else lo = A; } const leastPush = 1.05 * hi;",
      "as charge":
        "let lo = 0, hi = 35.5; for (let i = 0; i < 20; i++) { const A = (lo + hi) / 2; if " +
        "(simulate(resonator, { duration: 16, stimulus: helped(A), initial: homes[1] }).spikes.length) hi = " +
        "A; else lo = A; } const leastPush = 0.2 * hi;",
      untouched: "const leastPush = NaN;",
    },
  },
};
