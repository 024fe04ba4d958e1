import type { Construct } from "./construct.js";

/** How formulas are read; the numbers are those of XPPAUT 6.11b, run by RK4 with dt 0.05. */
export const expressions: readonly Construct[] = [
  {
    what: "blanks inside an expression count nowhere",
    ode: `x'=al pha + 1 0
par alpha=2`,
    printed: { x: 12 },
  },
  {
    what: "powers and differences bind from the left, a sign less than a power",
    ode: `x'=0
aux a=2^3^2
aux b=-2^2
aux c=7-3-2
aux d=8/4/2
aux e1=2**3
aux f=-3*2^2
aux g=(-2)^2`,
    printed: { x: 0, a: 64, b: -4, c: 2, d: 1, e1: 8, f: -12, g: 4 },
  },
  {
    what: "a comparison binds like a power",
    ode: `x'=0
aux a=1+2>2
aux b=2*3>4
aux c=-1>2
aux d=2^3>4
aux e1=5>2^2
aux f=3==3
aux g=2+1==3
aux h=2+(x!=3)`,
    printed: { x: 0, a: 1, b: 0, c: 0, d: 1, e1: 1, f: 1, g: 2, h: 3 },
  },
  {
    what: "and, or, not",
    ode: `x'=0
aux a=1>0&0>1
aux b=1|0&0
aux c=not(0)+not(2)*5
aux d=7-2|0
aux e1=2*0&1
aux f=-1&2`,
    printed: { x: 0, a: 0, b: 1, c: 1, d: 1, e1: 0, f: 1 },
  },
  {
    what: "if takes anything but 0 for true",
    ode: `x'=if(x>.52)then(.25)else(1)
aux a=if(-1)then(2)else(3)
aux b=if(0)then(2)else(3)*10
aux c=if(1>0&2>1)then(if(0>1)then(1)else(2))else(3)`,
    printed: { x: 0.64375001, a: 2, b: 30, c: 2 },
  },
  {
    what: "heav, sign, flr, mod at their corners",
    ode: `x'=0
aux a=heav(0)
aux b=sign(0)+2*sign(-3)+4*sign(3)
aux c=flr(-1.5)
aux d=mod(-1,3)
aux e1=mod(5,3)
aux f=mod(-7.5,2)`,
    printed: { x: 0, a: 1, b: 2, c: -2, d: 2, e1: 2, f: 0.5 },
  },
  {
    what: "functions of XPPAUT",
    ode: `x'=0
aux a=ln(2)+log(3)
aux b=log10(50)
aux c=tan(.5)+atan(2)
aux d=asin(.3)+acos(-.4)
aux e1=atan2(1,-2)+10*atan2(-1,-2)+100*atan2(2,0)
aux f=sinh(.3)*cosh(.2)*tanh(.1)
aux g=max(1,2)-min(3,-4)+abs(-5)+sqrt(2)
aux h=asin(1)+acos(-1)`,
    printed: {
      x: 0,
      a: 1.7917595,
      b: 1.69897,
      c: 1.6534512,
      d: 2.2870059,
      e1: 132.97813,
      f: 0.030959971,
      g: 12.414213,
      h: 4.712389,
    },
  },
  {
    what: "functions of the file, of one another, before they are defined",
    ode: `x'=f(x,2)+g(1)
f(u,v)=u*v+g(u)
g(y)=y^2-a
par a=.25
init x=.1`,
    printed: { x: 11.650142 },
  },
  {
    what: "a function of t, and one with a parameter t",
    ode: `x'=s(t)+r(2,3)
s(t)=3*t^2+heav(t-2)
r(t,u)=t*u`,
    printed: { x: 7 },
  },
  {
    what: "a parameter of a function hides that of the file",
    ode: `x'=f(7)
f(a)=2*a
par a=5`,
    printed: { x: 14 },
  },
  {
    what: "behind a blank in the list a parameter of a function is that of the file",
    ode: `x'=f(1, 2)
f(u, a)=u+10*a
par a=5`,
    printed: { x: 51 },
  },
  {
    what: "sums, and what is declared some places later",
    ode: `x[0..3]'=-x[j]+.1*sum(0,3)of(shift(x0,i')*(i'+1))
x[0..3](0)=[j]+1
par w0=.5,w1=.25
aux s=shift(w0,1)+shift(x0,2)`,
    printed: { x0: 2.264241, x1: 2.6321206, x2: 3, x3: 3.3678794, s: 3.25 },
  },
  {
    what: "a table of a formula",
    ode: `x'=f(x)+f(2)
table f % 5 0 4 t^2*a
par a=.5
aux a1=f(1.5)
aux b1=f(-1)
aux c1=f(6)
init x=.25`,
    printed: { x: 4.4787345, a1: 1.25, b1: -0.5, c1: 15 },
  },
  {
    what: "names with signs that are no letters",
    ode: `5HT'=-k2"*5HT+a.b
par k2"=.5,a.b=2
init 5HT=1`,
    printed: { _5HT: 2.180408 },
  },
];
