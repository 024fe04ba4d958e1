// One Hodgkin-Huxley neuron, as one would write it in C: exp of libm, everything in locals, V kept at every step, spikes counted.
// Answers each line "METHOD DURATION DT_OR_TOLERANCE REPETITIONS" with the CPU time of one run in ms, the spikes and the last V.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "processor-time.h"

enum { N = 4 };
static const double C = 1, gNa = 120, gK = 36, gL = 0.3, ENa = 50, EK = -77, EL = -54.387, Vr = -65;
static double I = 10; // read from the command line's side of the compiler, so that nothing folds

static inline double linexp(double x) { return fabs(x) < 1e-6 ? 1 - x / 2 : x / (exp(x) - 1); }

static inline void field(const double y[N], double d[N]) {
  double V = y[0], m = y[1], h = y[2], n = y[3], v = V - Vr;
  double am = linexp((25 - v) / 10), bm = 4 * exp(-v / 18);
  double ah = 0.07 * exp(-v / 20), bh = 1 / (exp((30 - v) / 10) + 1);
  double an = 0.1 * linexp((10 - v) / 10), bn = 0.125 * exp(-v / 80);
  d[0] = (I - gNa * m * m * m * h * (V - ENa) - gK * n * n * n * n * (V - EK) - gL * (V - EL)) / C;
  d[1] = am * (1 - m) - bm * m;
  d[2] = ah * (1 - h) - bh * h;
  d[3] = an * (1 - n) - bn * n;
}

static void rest(double y[N]) {
  double am = linexp(2.5), bm = 4, ah = 0.07, bh = 1 / (exp(3) + 1), an = 0.1 * linexp(1), bn = 0.125;
  y[0] = Vr, y[1] = am / (am + bm), y[2] = ah / (ah + bh), y[3] = an / (an + bn);
}

static int euler(double y[N], double T, double dt, double *trace) {
  int spikes = 0;
  long steps = lround(T / dt);
  for (long k = 0; k < steps; k++) {
    double d[N], before = y[0];
    field(y, d);
    for (int i = 0; i < N; i++) y[i] += dt * d[i];
    if (before < -20 && y[0] >= -20) spikes++;
    trace[k] = y[0];
  }
  return spikes;
}

static int rk4(double y[N], double T, double dt, double *trace) {
  int spikes = 0;
  long steps = lround(T / dt);
  for (long k = 0; k < steps; k++) {
    double a[N], b[N], c[N], d[N], z[N], before = y[0];
    field(y, a);
    for (int i = 0; i < N; i++) z[i] = y[i] + dt / 2 * a[i];
    field(z, b);
    for (int i = 0; i < N; i++) z[i] = y[i] + dt / 2 * b[i];
    field(z, c);
    for (int i = 0; i < N; i++) z[i] = y[i] + dt * c[i];
    field(z, d);
    for (int i = 0; i < N; i++) y[i] += dt / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    if (before < -20 && y[0] >= -20) spikes++;
    trace[k] = y[0];
  }
  return spikes;
}

// Rush and Larsen's: V and each gate by the exact solution of its own linear equation.
static int exponentialEuler(double y[N], double T, double dt, double *trace) {
  int spikes = 0;
  long steps = lround(T / dt);
  for (long k = 0; k < steps; k++) {
    double V = y[0], m = y[1], h = y[2], n = y[3], v = V - Vr;
    double am = linexp((25 - v) / 10), bm = 4 * exp(-v / 18);
    double ah = 0.07 * exp(-v / 20), bh = 1 / (exp((30 - v) / 10) + 1);
    double an = 0.1 * linexp((10 - v) / 10), bn = 0.125 * exp(-v / 80);
    double GNa = gNa * m * m * m * h, GK = gK * n * n * n * n, G = GNa + GK + gL;
    double Vinf = (I + GNa * ENa + GK * EK + gL * EL) / G;
    y[0] = Vinf + (V - Vinf) * exp(-dt * G / C);
    y[1] = am / (am + bm) + (m - am / (am + bm)) * exp(-dt * (am + bm));
    y[2] = ah / (ah + bh) + (h - ah / (ah + bh)) * exp(-dt * (ah + bh));
    y[3] = an / (an + bn) + (n - an / (an + bn)) * exp(-dt * (an + bn));
    if (V < -20 && y[0] >= -20) spikes++;
    trace[k] = y[0];
  }
  return spikes;
}

// Dormand-Prince 5(4) with the PI controller of DOPRI5 and errors in units of the tolerance times 150 mV and 1.
static int dormandPrince(double y[N], double T, double tolerance, double *trace) {
  static const double scale[N] = {150, 1, 1, 1};
  double k[7][N], z[N], t = 0, h = 0.01, previous = 1e-4;
  int spikes = 0, rejected = 0;
  long steps = 0;
  field(y, k[0]);
  while (t < T) {
    if (h > T - t) h = T - t;
    for (int i = 0; i < N; i++) z[i] = y[i] + h * (1. / 5 * k[0][i]);
    field(z, k[1]);
    for (int i = 0; i < N; i++) z[i] = y[i] + h * (3. / 40 * k[0][i] + 9. / 40 * k[1][i]);
    field(z, k[2]);
    for (int i = 0; i < N; i++) z[i] = y[i] + h * (44. / 45 * k[0][i] - 56. / 15 * k[1][i] + 32. / 9 * k[2][i]);
    field(z, k[3]);
    for (int i = 0; i < N; i++)
      z[i] = y[i] + h * (19372. / 6561 * k[0][i] - 25360. / 2187 * k[1][i] + 64448. / 6561 * k[2][i] - 212. / 729 * k[3][i]);
    field(z, k[4]);
    for (int i = 0; i < N; i++)
      z[i] = y[i] + h * (9017. / 3168 * k[0][i] - 355. / 33 * k[1][i] + 46732. / 5247 * k[2][i] + 49. / 176 * k[3][i] - 5103. / 18656 * k[4][i]);
    field(z, k[5]);
    for (int i = 0; i < N; i++)
      z[i] = y[i] + h * (35. / 384 * k[0][i] + 500. / 1113 * k[2][i] + 125. / 192 * k[3][i] - 2187. / 6784 * k[4][i] + 11. / 84 * k[5][i]);
    field(z, k[6]);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double e = h * (71. / 57600 * k[0][i] - 71. / 16695 * k[2][i] + 71. / 1920 * k[3][i] - 17253. / 339200 * k[4][i] + 22. / 525 * k[5][i] - 1. / 40 * k[6][i]);
      e /= tolerance * fmax(scale[i], fmax(fabs(y[i]), fabs(z[i])));
      sum += e * e;
    }
    double error = sqrt(sum / N);
    if (error <= 1) {
      double factor = 0.9 * pow(fmax(error, 1e-10), 0.03 - 0.2) * pow(previous, 0.04);
      if (y[0] < -20 && z[0] >= -20) spikes++;
      t += h;
      memcpy(y, z, sizeof z);
      memcpy(k[0], k[6], sizeof z);
      trace[steps++] = y[0];
      h *= fmin(rejected ? 1 : 10, fmax(0.2, factor));
      previous = fmax(error, 1e-4);
      rejected = 0;
    } else {
      h *= fmax(0.2, 0.9 * pow(error, -0.2));
      rejected = 1;
    }
  }
  return spikes;
}

int main(void) {
  char name[32];
  double T, control, y[N], *trace = malloc(1000000 * sizeof *trace);
  int repetitions;
  if (getenv("INPUT")) I = atof(getenv("INPUT"));
  while (scanf("%31s %lf %lf %d", name, &T, &control, &repetitions) == 4) {
    int (*method)(double *, double, double, double *) = !strcmp(name, "euler")              ? euler
                                                        : !strcmp(name, "rk4")              ? rk4
                                                        : !strcmp(name, "exponentialEuler") ? exponentialEuler
                                                                                            : dormandPrince;
    int spikes = 0;
    double start = cpu();
    for (int r = 0; r < repetitions; r++) {
      rest(y);
      spikes = method(y, T, control, trace);
    }
    printf("{\"ms\": %.5f, \"spikes\": %d, \"V\": %.9f}\n", (cpu() - start) / repetitions, spikes, y[0]);
    fflush(stdout);
  }
}
