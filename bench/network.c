// The network of Izhikevich (2003) as nullcline sets it up and runs it, 800 excitatory and 200 inhibitory cells for 1 s: the same generator
// and ziggurat, with exp and log of libm. Answers each line "… REPETITIONS" with the processor time of one run in ms and the spikes.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "processor-time.h"

enum { EXCITATORY = 800, COUNT = 1000, STEPS = 1000 };
static uint32_t a, b, c, d;
static double edges[129], ratios[128];
static double r[COUNT], weights[COUNT * COUNT];
static double v[COUNT], u[COUNT], pa[COUNT], pb[COUNT], pc[COUNT], pd[COUNT], input[COUNT], synaptic[COUNT];
static struct { double time; int cell; } raster[1 << 16];

static uint32_t mixed(uint32_t *mix) {
  *mix += 0x9e3779b9u;
  uint32_t z = (*mix ^ (*mix >> 16)) * 0x21f0aaadu;
  z = (z ^ (z >> 15)) * 0x735a2d97u;
  return z ^ (z >> 15);
}
static void seed(uint64_t s) {
  uint32_t mix = (uint32_t)s ^ (uint32_t)(s >> 32) * 0x85ebca6bu;
  a = mixed(&mix), b = mixed(&mix), c = mixed(&mix), d = mixed(&mix);
}
static inline uint32_t next(void) {
  uint32_t s = b * 5, result = ((s << 7) | (s >> 25)) * 9, t = b << 9;
  c ^= a, d ^= b, b ^= c, a ^= d, c ^= t;
  d = (d << 11) | (d >> 21);
  return result;
}
static inline double uniform(void) { return (next() + 0.5) * 0x1p-32; }
static double tail(void) {
  for (;;) {
    double x = -log(uniform()) / edges[1];
    if (-2 * log(uniform()) >= x * x) return edges[1] + x;
  }
}
static inline double normal(void) {
  for (;;) {
    double t = ((int32_t)next() + 0.5) * 0x1p-31;
    int layer = next() & 127;
    if (fabs(t) < ratios[layer]) return t * edges[layer];
    if (layer == 0) return t < 0 ? -tail() : tail();
    double x = t * edges[layer];
    double low = exp(-0.5 * (edges[layer] * edges[layer] - x * x));
    double high = exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - x * x));
    if (high + uniform() * (low - high) < 1) return x;
  }
}
static void layers(void) {
  const double last = 3.442619855899, area = 9.91256303526217e-3;
  edges[0] = area / exp(-0.5 * last * last), edges[1] = last;
  for (int i = 2; i < 128; i++) edges[i] = sqrt(-2 * log(area / edges[i - 1] + exp(-0.5 * edges[i - 1] * edges[i - 1])));
  edges[128] = 0;
  for (int i = 0; i < 128; i++) ratios[i] = edges[i + 1] / edges[i];
}

static int run(void) {
  int spikes = 0, fired[COUNT];
  seed(1);
  for (int k = 0; k < COUNT; k++) r[k] = uniform();
  for (int from = 0; from < COUNT; from++)
    for (int to = 0; to < COUNT; to++) weights[from * COUNT + to] = (from < EXCITATORY ? 0.5 : -1) * uniform();
  for (int k = 0; k < COUNT; k++) {
    int excitatory = k < EXCITATORY;
    pa[k] = excitatory ? 0.02 : 0.02 + 0.08 * r[k];
    pb[k] = excitatory ? 0.2 : 0.25 - 0.05 * r[k];
    pc[k] = excitatory ? -65 + 15 * r[k] * r[k] : -65;
    pd[k] = excitatory ? 8 - 6 * r[k] * r[k] : 2;
    v[k] = -65, u[k] = -65 * pb[k];
  }
  memset(synaptic, 0, sizeof synaptic);
  seed(1 + (1ull << 32));
  for (int step = 1; step <= STEPS; step++) {
    for (int k = 0; k < COUNT; k++) input[k] = synaptic[k] + (k < EXCITATORY ? 5 : 2) * normal();
    memset(synaptic, 0, sizeof synaptic);
    int n = 0;
    for (int k = 0; k < COUNT; k++) {
      v[k] += 0.5 * (0.04 * (v[k] * v[k]) + 5 * v[k] + 140 - u[k] + input[k]);
      v[k] += 0.5 * (0.04 * (v[k] * v[k]) + 5 * v[k] + 140 - u[k] + input[k]);
      u[k] += pa[k] * (pb[k] * v[k] - u[k]);
    }
    for (int k = 0; k < COUNT; k++)
      if (v[k] >= 30) {
        fired[n++] = k;
        raster[spikes].time = step, raster[spikes++ & 0xffff].cell = k;
        v[k] = pc[k], u[k] += pd[k];
      }
    for (int i = 0; i < n; i++)
      for (int to = 0; to < COUNT; to++) synaptic[to] += weights[fired[i] * COUNT + to];
  }
  return spikes;
}

int main(void) {
  char what[64];
  int repetitions;
  layers();
  while (scanf("%63s %d", what, &repetitions) == 2) {
    int spikes = 0;
    double start = cpu();
    for (int k = 0; k < repetitions; k++) spikes = run();
    printf("{\"ms\": %.5f, \"spikes\": %d, \"V\": %.17g}\n", (cpu() - start) / repetitions, spikes, v[COUNT - 1]);
    fflush(stdout);
  }
}
