import type { Construct } from "./construct.js";

/** Time, and what happens in a run; the numbers are those of XPPAUT 6.11b, run by RK4 with dt 0.05. */
export const events: readonly Construct[] = [
  {
    what: "time in the equations",
    ode: `x'=cos(3*t)-x
aux sec=t/1000
aux wave=sin(t)
@ t0=2`,
    printed: { x: 0.028037231, sec: 0.003, wave: 0.14112 },
  },
  {
    what: "an event with a reset",
    ode: `v'=2.2-v
w'=-w
par vth=1,vr=.125
global 1 v-vth {v=vr;w=w+.5}`,
    printed: { v: 0.80033571, w: 0.3372685 },
  },
  {
    what: "the changes of an event come one after the other",
    ode: `x'=1
y'=0
z'=0
init y=1,z=2
global 1 {x-.475} {x=0;y=z;z=y+1}`,
    printed: { x: 0.050000001, y: 3, z: 4 },
  },
  {
    what: "a falling event",
    ode: `x'=-x
init x=1
global -1 {x-.6} {x=x+1}`,
    printed: { x: 0.9812209 },
  },
  {
    what: "an event that changes a parameter",
    ode: `x'=a*(.45-x)
par a=1
global 1 x-.3 {a=a+1;x=0}`,
    printed: { x: 0.28445426 },
  },
  {
    what: "parameters that change at a time",
    ode: `x'=a+b-x
par a=1,b=0,ton=.225,toff=.625,amp=3
global 1 t-toff {b=0}
global 1 t-ton {b=amp}
global 1 t {a=100}`,
    printed: { x: 1.3112152 },
  },
  {
    what: "what an event at the start sets",
    ode: `x'=a-x
y'=0
par a=1
global 0 t {a=2;y=7}`,
    printed: { x: 1.2642411, y: 7 },
  },
  {
    what: "an event that does not undo its condition",
    ode: `x'=1
m'=m
init m=1
global 1 x-.475 {m=.5*m}`,
    printed: { x: 1, m: 1.3595656 },
  },
  {
    what: "events of the same condition",
    ode: `x'=1
y'=0
z'=1
global 1 x-.475 {y=2}
global 1 x-.475 {z=5;x=0}`,
    printed: { x: 0.050000001, y: 2, z: 5.0500002 },
  },
  {
    what: "two cells that reset each other",
    ode: `a'=2.1-a
b'=1.3-b
init b=.5
global 1 a-1 {a=0;b=b-.1}
global 1 b-1 {b=0;a=a-.1}`,
    printed: { a: 0.62502265, b: 0.93543643 },
  },
  {
    what: "resets of phases that stand in no equation",
    ode: `p'=1
q'=1.3
init q=.2
global 1 p-.77 {p=0;q=q+.1*sin(q)}
global 1 q-.77 {q=0;p=p+.1*sin(p)}`,
    printed: { p: 0.27245471, q: 0.76670253 },
  },
  {
    what: "cells that fire together: each adds its own",
    ode: `a'=2.1-a
b'=2.1-b
s'=-s
global 1 a-1 {a=0;s=s+.5}
global 1 b-1 {b=0;s=s+.25}`,
    printed: { a: 0.62502265, b: 0.62502265, s: 0.52677763 },
  },
];
