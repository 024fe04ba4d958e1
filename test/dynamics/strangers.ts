/** A model as a stranger has it, an `.ode` file of XPPAUT, and a wide range of one parameter. */
export interface Stranger {
  readonly text: string;
  readonly parameter: string;
  readonly range: readonly [number, number];
}

/** Twelve models from the literature that the package does not have, of two to five states. */
export const strangers: Readonly<Record<string, Stranger>> = {
  "Chay & Keizer 1983, as Sherman, Rinzel & Keizer reduce it": {
    parameter: "gkatp",
    range: [0, 500],
    text: `
init v=-65 n=0 c=0.1
par gkatp=180, gca=1000, vca=25, gk=2700, vk=-75, cm=5300, gkca=600
par vn=-16, taun=18.7, sn=5.6, vm=-20, sm=12, kd=0.3, alpha=4.5e-6, fcyt=0.01, kpmca=0.2
minf = 1/(1+exp((vm-v)/sm))
ninf = 1/(1+exp((vn-v)/sn))
w = c^5/(c^5+kd^5)
ica = gca*minf*(v-vca)
ik = gk*n*(v-vk)
ikca = gkca*w*(v-vk)
ikatp = gkatp*(v-vk)
v' = -(ica+ik+ikca+ikatp)/cm
n' = (ninf-n)/taun
c' = -fcyt*(alpha*ica+kpmca*c)
@ total=10000, dt=0.5, xlo=0, xhi=10000, ylo=-70, yhi=-10
done
`,
  },
  "Wang 1998 J. Neurophysiol. 79:1549, the soma": {
    parameter: "I",
    range: [-5, 40],
    text: `
par i=1, gna=45, gk=18, gl=0.1, gca=1, gahp=5
par vna=55, vk=-80, vl=-65, vca=120, kd=30, alpha=0.002, tauca=80, phi=4
am=-0.1*(v+33)/(exp(-0.1*(v+33))-1)
bm=4*exp(-(v+58)/12)
minf=am/(am+bm)
ah=0.07*exp(-(v+50)/10)
bh=1/(exp(-0.1*(v+20))+1)
an=-0.01*(v+34)/(exp(-0.1*(v+34))-1)
bn=0.125*exp(-(v+44)/25)
mca=1/(1+exp(-(v+20)/9))
ica=gca*mca^2*(v-vca)
iahp=gahp*ca/(ca+kd)*(v-vk)
v'=-gl*(v-vl)-gna*minf^3*h*(v-vna)-gk*n^4*(v-vk)-ica-iahp+i
h'=phi*(ah*(1-h)-bh*h)
n'=phi*(an*(1-n)-bn*n)
ca'=-alpha*ica-ca/tauca
init v=-65,h=0.8,n=0.1,ca=0
done
`,
  },
  "Rinzel & Ermentrout: Morris and Lecar's cell with a slow current, which bursts": {
    parameter: "v0",
    range: [-60, 20],
    text: `
p eps=0.005, v0=-26, i0=45
p vk=-84, vl=-60, vca=120, gk=8, gl=2, c=20, gca=4
p v1=-1.2, v2=18, v3=12, v4=17.4, phi=0.23
minf(v)=.5*(1+tanh((v-v1)/v2))
ninf(v)=.5*(1+tanh((v-v3)/v4))
lamn(v)=phi*cosh((v-v3)/(2*v4))
v'=(y-gl*(v-vl)-gk*w*(v-vk)-gca*minf(v)*(v-vca))/c
w'=lamn(v)*(ninf(v)-w)
y'=eps*(v0-v)
init v=-41.84,w=0.002,y=40
done
`,
  },
  "Av-Ron, Parnas & Segel 1991 Biol. Cybern. 65:487": {
    parameter: "I",
    range: [-50, 200],
    text: `
par i=10,gna=120,gk=36,gl=0.3,vna=55,vk=-72,vl=-50,lambda=0.2,s=1.3
par am=0.055,vm=-33,aw=0.045,vw=-55
minf=1/(1+exp(-2*am*(v-vm)))
winf=1/(1+exp(-2*aw*(v-vw)))
tauw=1/(lambda*exp(aw*(v-vw))+lambda*exp(-aw*(v-vw)))
v'=i-gna*minf^3*(1-w)*(v-vna)-gk*(w/s)^4*(v-vk)-gl*(v-vl)
w'=(winf-w)/tauw
init v=-60,w=0.4
done
`,
  },
  "Rinzel & Lee 1987 J. Math. Biol. 25:653, Plant's cell": {
    parameter: "I",
    range: [-2, 2],
    text: `
par i=0, gi=4, gk=0.3, gt=0.01, gkca=0.03, gl=0.003, vi=30, vk=-75, vl=-40, vca=140
par rho=0.0003, kc=0.0085, cm=1, lam=0.08, taux=235
vs=(127*v+8265)/105
am=0.1*(50-vs)/(exp((50-vs)/10)-1)
bm=4*exp((25-vs)/18)
ah=0.07*exp((25-vs)/20)
bh=1/(exp((55-vs)/10)+1)
an=0.01*(55-vs)/(exp((55-vs)/10)-1)
bn=0.125*exp((45-vs)/80)
minf=am/(am+bm)
hinf=ah/(ah+bh)
ninf=an/(an+bn)
tauh=12.5/(ah+bh)
taun=12.5/(an+bn)
xinf=1/(exp(-0.15*(v+50))+1)
v'=(i-(gi*minf^3*h+gt*x)*(v-vi)-(gk*n^4+gkca*ca/(0.5+ca))*(v-vk)-gl*(v-vl))/cm
h'=(hinf-h)/tauh
n'=(ninf-n)/taun
x'=(xinf-x)/taux
ca'=rho*(kc*x*(vca-v)-ca)
init v=-55,h=0.5,n=0.1,x=0.7,ca=0.5
done
`,
  },
  "Traub & Miles' cell with an M current, as Ermentrout & Kopell have it": {
    parameter: "I",
    range: [-5, 60],
    text: `
par i=0, gna=100,gk=80,gl=0.1,ena=50,ek=-100,el=-67,gm=1,c=1
am=.32*(54+v)/(1-exp(-(v+54)/4))
bm=.28*(v+27)/(exp((v+27)/5)-1)
ah=.128*exp(-(50+v)/18)
bh=4/(1+exp(-(v+27)/5))
an=.032*(v+52)/(1-exp(-(v+52)/5))
bn=.5*exp(-(57+v)/40)
winf=1/(1+exp(-(v+35)/10))
tauw=400/(3.3*exp((v+35)/20)+exp(-(v+35)/20))
v'=(-gl*(v-el)-gk*n^4*(v-ek)-gna*m^3*h*(v-ena)-gm*w*(v-ek)+i)/c
m'=am*(1-m)-bm*m
h'=ah*(1-h)-bh*h
n'=an*(1-n)-bn*n
w'=(winf-w)/tauw
init v=-67,h=1
done
`,
  },
  "Golomb & Amitai 1997 J. Neurophysiol. 78:1199, the pyramidal cell": {
    parameter: "iapp",
    range: [-2, 10],
    text: `
par iapp=0,gna=24,gnap=0.07,gkdr=3,ga=1.4,gks=1,gl=0.02,vna=55,vk=-90,vl=-70
par thm=-30,sm=9.5,thh=-53,sh=-7,tht=-40.5,st=-6,thp=-40,sp=5,thn=-30,sn=10,thtn=-27,stn=-15
par tha=-50,sa=20,thb=-80,sb=-6,taub=15,thz=-39,sz=5,tauz=75
g(v,t,s)=1/(1+exp(-(v-t)/s))
v'=-gl*(v-vl)-gna*g(v,thm,sm)^3*h*(v-vna)-gnap*g(v,thp,sp)*(v-vna)-gkdr*n^4*(v-vk)-ga*g(v,tha,sa)^3*b*(v-vk)-gks*z*(v-vk)+iapp
h'=(g(v,thh,sh)-h)/(0.37+2.78*g(v,tht,st))
n'=(g(v,thn,sn)-n)/(0.37+1.85*g(v,thtn,stn))
b'=(g(v,thb,sb)-b)/taub
z'=(g(v,thz,sz)-z)/tauz
init v=-70,h=0.9,n=0.1,b=0.2,z=0
done
`,
  },
  "Butera, Rinzel & Smith 1999 J. Neurophysiol. 82:382, model 1": {
    parameter: "el",
    range: [-70, -40],
    text: `
par el=-57.5,cm=21,gna=28,ena=50,gk=11.2,ek=-85,gl=2.8,gnap=2.8,iapp=0
par vm=-34,sm=-5,vn=-29,sn=-4,taun=10,vmp=-40,smp=-6,vh=-48,sh=6,tauh=10000
minf=1/(1+exp((v-vm)/sm))
ninf=1/(1+exp((v-vn)/sn))
mpinf=1/(1+exp((v-vmp)/smp))
hinf=1/(1+exp((v-vh)/sh))
v'=(-gna*minf^3*(1-n)*(v-ena)-gk*n^4*(v-ek)-gnap*mpinf*h*(v-ena)-gl*(v-el)+iapp)/cm
n'=(ninf-n)/(taun/cosh((v-vn)/(2*sn)))
h'=(hinf-h)/(tauh/cosh((v-vh)/(2*sh)))
init v=-60,n=0,h=0.5
done
`,
  },
  "Wilson 1999 J. Theor. Biol. 200:375": {
    parameter: "I",
    range: [-1, 3],
    text: `
par i=0.5, gt=0.1, gh=5, taur=4.2
minf=17.8+47.6*v+33.8*v^2
rinf=1.24+3.7*v+3.2*v^2
tinf=8*(v+0.725)^2
v'=-minf*(v-0.48)-26*r*(v+0.95)-gt*t1*(v-1.2)-gh*h*(v+0.95)+i
r'=(-r+rinf)/taur
t1'=(-t1+tinf)/14
h'=(-h+3*t1)/45
init v=-0.7,r=0.1,t1=0,h=0
done
`,
  },
  "FitzHugh's equations in the cubic with a": {
    parameter: "I",
    range: [-1, 2],
    text: `
par i=0,a=0.139,eps=0.008,gam=2.54
v'=v*(a-v)*(v-1)-w+i
w'=eps*(v-gam*w)
init v=0,w=0
done
`,
  },
  "two threshold-linear populations with adaptation": {
    parameter: "p",
    range: [-2, 10],
    text: `
par p=1,wee=2.5,wei=3,wie=2,wii=0.5,taui=2,ga=0.3,taua=20
f(x)=max(x,0)
e'=-e+f(wee*min(e,4)-wei*i-ga*a+p)
i'=(-i+f(wie*e-wii*i))/taui
a'=(e-a)/taua
init e=0.1,i=0,a=0
done
`,
  },
  "Hindmarsh & Rose 1984 with b = 2.7 and r = 0.01": {
    parameter: "I",
    range: [-10, 30],
    text: `
par i=2,b=2.7,r=0.01,s=4,xr=-1.6
x'=y-x^3+b*x^2-z+i
y'=1-5*x^2-y
z'=r*(s*(x-xr)-z)
init x=-1,y=0,z=2
done
`,
  },
};
