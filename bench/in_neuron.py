# One Hodgkin-Huxley neuron in NEURON, as it comes: gates by exponential Euler from tables of rates, V by implicit Euler. Answers each line
# "METHOD DURATION DT REPETITIONS" with the processor time of a run in ms, the number of spikes and the last V, V being kept at every step.
import json
import os
import resource
import sys

os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
from neuron import h  # noqa: E402

context = h.ParallelContext()
context.set_maxstep(10)
soma = h.Section(name="soma")
soma.L = soma.diam = 10
soma.insert("hh")
soma.el_hh = -54.387
h.celsius = 6.3
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur = 0, 1e9
clamp.amp = 10 * soma(0.5).area() * 1e-8 * 1e3  # 10 uA/cm2, in nA
V = h.Vector().record(soma(0.5)._ref_v)
spikes = h.APCount(soma(0.5))
spikes.thresh = -20

for line in sys.stdin:
    _, duration, dt, repetitions = line.split()
    h.dt = float(dt)
    before = resource.getrusage(resource.RUSAGE_SELF)
    for _ in range(int(repetitions)):
        h.finitialize(-65)
        context.psolve(float(duration))
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"ms": 1000 * seconds / int(repetitions), "spikes": int(spikes.n), "V": V[len(V) - 1]}), flush=True)
