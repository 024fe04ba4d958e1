# brian.py MODEL METHOD: the populations of the benchmark in Brian 2, C++ standalone. Answers each line "MODEL,METHOD,COUNT,STEPS,DT
# REPETITIONS" with ms and the number of spikes: the time by the clock that its program says its loop took, or the processor time of the whole
# program if that is less, as it is where others use the processor too.
import json
import os
import resource
import subprocess
import sys
import tempfile

from brian2 import Network, NeuronGroup, SpikeMonitor, device, defaultclock, ms, set_device
import numpy as np

EQUATIONS = """
dV/dt = (I - 120*m**3*h*(V - 50) - 36*n**4*(V + 77) - 0.3*(V + 54.387))/ms : 1
dm/dt = (1/exprel((25 - (V + 65))/10)*(1 - m) - 4*exp(-(V + 65)/18)*m)/ms : 1
dh/dt = (0.07*exp(-(V + 65)/20)*(1 - h) - h/(exp((30 - (V + 65))/10) + 1))/ms : 1
dn/dt = (0.1/exprel((10 - (V + 65))/10)*(1 - n) - 0.125*exp(-(V + 65)/80)*n)/ms : 1
I : 1
"""
METHODS = {"euler": "euler", "rk4": "rk4", "exponentialEuler": "exponential_euler"}


def built(model, method, count, steps, dt, folder):
    set_device("cpp_standalone", directory=folder, build_on_run=False)
    defaultclock.dt = dt * ms
    if model == "izhikevich":
        group = NeuronGroup(
            count,
            "dv/dt = (0.04*v**2 + 5*v + 140 - u + I)/ms : 1\ndu/dt = 0.02*(0.2*v - u)/ms : 1\nI : 1",
            threshold="v >= 30",
            reset="v = -65\nu += 8",
            method="euler",
        )
        group.v, group.u = -65, -13
    else:
        group = NeuronGroup(count, EQUATIONS, threshold="V > -20", refractory="V > -20", method=METHODS[method])
        group.V, group.m, group.h, group.n = -65, 0.0529324852572496, 0.5961207535084603, 0.3176769140606974
    group.I = 20 * np.arange(count) / (count - 1)
    spikes = SpikeMonitor(group)
    Network(group, spikes).run(steps * dt * ms)
    device.build(directory=folder, run=True)
    return spikes


def processor():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


with tempfile.TemporaryDirectory() as folder:
    spikes = None
    for line in sys.stdin:
        asked, repetitions = line.split()
        model, method, count, steps, dt = asked.split(",")
        if spikes is None:
            spikes = built(model, method, int(count), int(steps), float(dt), folder)
        took = []
        for _ in range(int(repetitions)):
            before = processor()
            subprocess.run(["./main"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            with open(os.path.join(folder, "results", "last_run_info.txt")) as info:
                took.append(1000 * min(float(info.read().split()[0]), processor() - before))
        print(json.dumps({"ms": sum(took) / len(took), "spikes": int(spikes.num_spikes), "V": None}), flush=True)
