import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { fromXppaut } from "../../src/exchange/xppaut/read.js";
import type { Stranger } from "./strangers.js";

interface Asked extends Stranger {
  /** What AUTO-07p prints, steps up to 0.01 of the range and 100 intervals. */
  readonly auto: readonly (readonly [RegExp, number])[];
}

/** Models that are not of neurons, or not of one, as a stranger types them. */
const asked: Readonly<Record<string, Asked>> = {
  "the Oregonator of two states, Tyson & Fife 1980 J. Chem. Phys. 73:2224": {
    parameter: "f",
    range: [0.3, 3],
    auto: [
      [/Hopf/, 0.52261198722],
      [/Hopf/, 2.3380401774],
    ],
    text: `
par f=1,eps=0.04,q=0.0008
x'=(x*(1-x)-f*z*(x-q)/(x+q))/eps
z'=x-z
init x=0.1,z=0.1
done
`,
  },
  "A to B to C, as AUTO's manual has it": {
    parameter: "d",
    range: [0.1, 0.4],
    auto: [
      [/Hopf/, 0.20418453571],
      [/^fold of cycles/, 0.211903277123],
      [/^fold of cycles/, 0.213697369217],
      [/^fold of cycles/, 0.224962065538],
      [/Hopf/, 0.229839037667],
      [/Hopf/, 0.2599578542],
      [/Hopf/, 0.346208521475],
    ],
    text: `
par d=0.2,sig=0.04,al=1,bb=8,be=1.55
u'=-u+d*(1-u)*exp(w)
x'=-x+d*exp(w)*(1-u-sig*x)
w'=-w-be*w+d*bb*exp(w)*(1-u+al*sig*x)
init u=0,x=0,w=0
done
`,
  },
  "Jansen & Rit 1995 Biol. Cybern. 73:357": {
    parameter: "p",
    range: [-100, 500],
    auto: [
      [/^saddle-node/, -41.3014104878],
      [/^saddle-node/, 113.586273],
      [/Hopf/, -12.147492],
      [/Hopf/, 89.829108],
      [/Hopf/, 315.69643],
    ],
    text: `
par p=120,a=100,b=50,aa=3.25,bb=22,v0=6,e0=2.5,r=0.56,c=135
s(v)=2*e0/(1+exp(r*(v0-v)))
y0'=y3
y3'=aa*a*s(y1-y2)-2*a*y3-a^2*y0
y1'=y4
y4'=aa*a*(p+0.8*c*s(c*y0))-2*a*y4-a^2*y1
y2'=y5
y5'=bb*b*0.25*c*s(0.25*c*y0)-2*b*y5-b^2*y2
init y0=0.05,y1=10,y2=5
done
`,
  },
  "FitzHugh and Rinzel's burster, Rinzel 1987 Lect. Notes Biomath. 71:267": {
    parameter: "c",
    range: [-2, 1],
    auto: [
      [/Hopf/, -0.95048519812],
      [/Neimark/, -0.94415007],
      [/^period doubling/, -0.894974132],
      [/^fold of cycles/, -0.62062878736],
      [/^period doubling/, -0.61901081],
      [/^fold of cycles/, -0.5942550494],
    ],
    text: `
par c=-0.775,i=0.3125,a=0.7,b=0.8,d=1,del=0.08,mu=0.002
v'=v-v^3/3-w+y+i
w'=del*(a+v-b*w)
y'=mu*(c-v-d*y)
init v=-1,w=-0.5,y=0
done
`,
  },
  "Goldbeter 1995 Proc. R. Soc. B 261:319": {
    parameter: "vd",
    range: [0.2, 4],
    auto: [
      [/Hopf/, 0.40075201368],
      [/Hopf/, 2.69781135684],
    ],
    text: `
par vd=0.95,vs=0.76,vm=0.65,km=0.5,ks=0.38,k1=1.9,k2=1.3,v1=3.2,v2=1.58,v3=5,v4=2.5,kk=2,kd=0.2,ki=1
m'=vs*ki^4/(ki^4+pn^4)-vm*m/(km+m)
p0'=ks*m-v1*p0/(kk+p0)+v2*p1/(kk+p1)
p1'=v1*p0/(kk+p0)-v2*p1/(kk+p1)-v3*p1/(kk+p1)+v4*p2/(kk+p2)
p2'=v3*p1/(kk+p1)-v4*p2/(kk+p2)-k1*p2+k2*pn-vd*p2/(kd+p2)
pn'=k1*p2-k2*pn
init m=0.6,p0=0.5,p1=0.6,p2=0.6,pn=0.9
done
`,
  },
};

test.each(Object.entries(asked))("%s: what AUTO prints, in one call", (_, { text, parameter, range, auto }) => {
  const { points } = bifurcations(fromXppaut(text).model, parameter, range);
  for (const [kind, value] of auto)
    expect(
      points.filter((point) => kind.test(point.kind)).map((point) => point.parameter),
      `${kind} at ${value}`,
    ).toContainEqual(expect.closeTo(value, 5));
});

test("a fold near which cycles are born in a canard is told as suspected, and the cycles are followed", () => {
  const [{ text, parameter, range }] = Object.values(asked);
  const { cycles } = bifurcations(fromXppaut(text).model, parameter, range);
  const ends = cycles.flatMap((branch) => branch.ends.map((end) => `${end.kind} ${end.parameter.toFixed(5)}`));
  expect(ends).toContain("Andronov-Hopf 2.33804");
  expect(ends).toContain("Andronov-Hopf 0.52261");
});

test("where a whole family of cycles has one value of the parameter no fold of them is sure", () => {
  const text = `
par al=0.8,be=1.3
x'=x*(1-x-al*y-be*z)
y'=y*(1-be*x-y-al*z)
z'=z*(1-al*x-be*y-z)
init x=0.3,y=0.2,z=0.1
done
`; // May & Leonard 1975 SIAM J. Appl. Math. 29:243: at al + be = 2
  const { points } = bifurcations(fromXppaut(text).model, "al", [0.1, 1.9]);
  const folds = points.filter(({ kind }) => kind === "fold of cycles");
  expect(folds.map(({ status, parameter }) => [status, parameter])).toEqual([["suspected", expect.closeTo(0.7, 9)]]);
  expect(points.filter(({ kind }) => kind === "degenerate Andronov-Hopf")).toHaveLength(1);
});
