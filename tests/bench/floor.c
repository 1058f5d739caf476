/* What no iteration can do without: a look at every number, and the exponentials. Compiled behind
 * emkit's kernel, from which it has its vectors and its exponential. */
EXPORT double emkit_floor(int64_t n, int64_t d, int64_t exponentials, const double *x) {
    vec sum[STRIP] = {{0}};
    for (int64_t i = 0; i + STRIP_ROWS <= n; i += STRIP_ROWS) {
        vec part[STRIP] = {{0}};
        for (int64_t a = 0; a < d; a++)
            for (int v = 0; v < STRIP; v++) part[v] += load(x + i * d + (a * STRIP + v) * LANES);
        for (int64_t j = 1; j <= exponentials; j++)
            for (int v = 0; v < STRIP; v++) sum[v] += exponential(part[v] * (-0.01 * j));
    }
    return sum_of_lanes((sum[0] + sum[1]) + (sum[2] + sum[3]));
}
