import type { Construct } from "./construct.js";

/** How lines are read; the numbers are those of XPPAUT 6.11b, run by RK4 with dt 0.05. */
export const statements: readonly Construct[] = [
  {
    what: "parameters in every spelling: par, param, p, par1-3, number, num; one without value is 0",
    ode: `x'=a+b+c+d+e1+f+g
par a=1,b=2
param c=.5e-1
par1-3 d=4
number e1=5
num f=-6
p g`,
    printed: { x: 6.0500002 },
  },
  {
    what: "a value is the number that the text starts with",
    ode: `x'=a+10*b+100*c
par a=1/2,b=2*3,c=-4e-1x`,
    printed: { x: -19 },
  },
  {
    what: "words behind a # in a list are parameters of value 0",
    ode: `x'=a+2*c
par a=1 # c b`,
    printed: { x: 1 },
  },
  {
    what: "initial values: init, i, x(0), x( 0 ), with the number that a formula starts with",
    ode: `x'=0
y'=0
z'=0
w'=0
v'=0
par a=3
init x=1
i y=-2.5
z( 0 )=.5
w(0)=a*2
v(0)=2*3`,
    printed: { x: 1, y: -2.5, z: 0.5, w: 0, v: 2 },
  },
  {
    what: "of two initial values that of the later line",
    ode: `x'=0
y'=0
init x=1,y=2
x(0)=3
y(0)=4
init y=5`,
    printed: { x: 3, y: 5 },
  },
  {
    what: "what is behind done or d is not read",
    ode: `x'=-x
x(0)=2
d
x is no equation (((`,
    printed: { x: 0.7357589 },
  },
  {
    what: "comments of three kinds, unknown words, and lines to show",
    ode: `# one kind
% another kind x = 3
"to be shown
foo bar baz
x'=1
option settings.opt`,
    printed: { x: 1 },
  },
  {
    what: "dx/dt, blanks, and capitals",
    ode: `  DX/DT = -2*X + Y
dy/dt=Exp(0) - y
X(0)=1`,
    printed: { X: 0.33512384, y: 0.63212055 },
  },
  {
    what: "a line goes on behind a backslash, and what follows that is lost",
    ode: `x'=1 \\ lost
+2`,
    printed: { x: 3 },
  },
  {
    what: "a comment with a backslash takes the next line with it",
    ode: `# a comment \\ lost
x'=1
y'=2`,
    printed: { y: 2 },
  },
  {
    what: "quantities in the order of need, derived ones, and what is shown",
    ode: `x'=-k*x+b
k=2*c
!b=c+1
par c=.5
aux twice=2*x
aux k=100*k
aux X=x`,
    printed: { x: 0.94818079, twice: 1.8963616, k_aux: 100 },
  },
  {
    what: "what is shown may have a used name in other letters",
    ode: `x'=1
par v=2
f(y)=3*y
ica=4*x
aux V=v*3
aux F=f(4)
aux ICA=ica+1`,
    printed: { x: 1, V_aux: 6, F_aux: 12, ICA_aux: 5 },
  },
  {
    what: "arrays",
    ode: `x[1..3]'=[j]*a-x[j]+y[j-1]
y[0..2]'=-y[j]
par a=.5
x[1..3](0)=[j]*a
init y[0..2]=1`,
    printed: { x1: 0.86787933, x2: 1.3678794, x3: 1.8678794, y0: 0.36787945, y1: 0.36787945, y2: 0.36787945 },
  },
  {
    what: "lines taken again for each j",
    ode: `%[1..3]
u[j]'=v[j]-u[j]
v[j]'=[j]
aux s[j]=u[j]+v[j]
%`,
    printed: {
      u1: 0.36787945,
      v1: 1,
      u2: 0.7357589,
      v2: 2,
      u3: 1.1036384,
      v3: 3,
      s1: 1.3678795,
      s2: 2.735759,
      s3: 4.1036382,
    },
  },
  {
    what: "of two ranges in a line the last counts",
    ode: `u1'=0
u2'=0
v1'=0
v2'=0
init u[1..2]=3,v[1..2]=4`,
    printed: { u1: 3, u2: 0, v1: 4, v2: 4 },
  },
  {
    what: "sets, settings, boundary conditions beside the equations",
    ode: `x'=a-x
par a=1
set one {a=2,x=3,total=20}
bndry x-1
@ xp=t, yp=x`,
    printed: { x: 0.63212055 },
  },
  {
    what: "XPP's first language",
    ode: `3
v x=.5,y=1
f k
p a=2
a shown
u g 2 arg1*arg2+a
o -x*k
o g(x,y)-y
o x+1
o 10*x
d`,
    printed: { x: 0.13976546, y: 1.8676386, shown: 1.3976545 },
  },
];
