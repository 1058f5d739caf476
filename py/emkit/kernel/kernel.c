/* emkit's kernel: one E-step of a Gaussian mixture with its sufficient statistics, in one pass.
 *
 *   l_ij = c_j - 1/2 (x_i - m_j)' inverse(C_j) (x_i - m_j)     log of weight times density
 *   log f(x_i) = log sum_j exp l_ij,   r_ij = exp(l_ij - log f(x_i))
 *   N_j = sum_i r_ij,   mean_j = sum_i r_ij x_i / N_j,   S_j = sum_i r_ij (x_i - mean_j)(...)'
 *
 * One file for two homes: a side module of Pyodide (wasm32 with 128-bit SIMD) and a library of the
 * machine. It needs no libc and owns no memory: all of it is the caller's, sized by emkit_scratch
 * and emkit_statistics, so threads share nothing. n is never limited, memory never grows with it.
 *
 * Rows are taken in blocks that stay in the nearest cache, turned into columns, so that each lane
 * of a vector is a row. Statistics of a block are taken about its own means and merged as in
 * emkit/moments.py (Chan, Golub and LeVeque 1979): no digit is lost to an offset in the data.
 */

#include <stdint.h>

#ifndef VECTOR_BYTES
#define VECTOR_BYTES 16
#endif

#define EXPORT __attribute__((visibility("default")))
#define INLINE static inline __attribute__((always_inline))
#define LANES (VECTOR_BYTES / 8)
#define STRIP 4 /* vectors at work together, which hides the latency of each */
#define STRIP_ROWS (STRIP * LANES)
#define ABI 2

typedef double vec __attribute__((vector_size(VECTOR_BYTES)));
typedef int64_t bits __attribute__((vector_size(VECTOR_BYTES)));
typedef uint64_t unsigned_bits __attribute__((vector_size(VECTOR_BYTES)));
typedef double loose_vec __attribute__((vector_size(VECTOR_BYTES), aligned(8), may_alias));

/* --- vectors ---------------------------------------------------------------------------------- */

INLINE vec load(const double *at) { return (vec) * (const loose_vec *)at; }
INLINE void store(double *at, vec value) { *(loose_vec *)at = (loose_vec)value; }
INLINE vec all(double value) { return value - (vec){0}; }
INLINE vec choose(bits where, vec yes, vec no) {
    return (vec)((where & (bits)yes) | (~where & (bits)no));
}
INLINE vec larger(vec one, vec other) { return choose(one < other, other, one); }
INLINE vec smaller(vec one, vec other) { return choose(other < one, other, one); }

INLINE double sum_of_lanes(vec value) {
    double total = value[0];
    for (int i = 1; i < LANES; i++) total += value[i];
    return total;
}

/* --- exp and log ------------------------------------------------------------------------------ */

/* A double whose last bits are an integer: adding ROUND rounds to one, and shows it as bits. */
#define ROUND 0x1.8p52
#define LN2_HIGH 0x1.62e42p-1 /* 21 bits: products with exponents are exact */
#define LN2_LOW 0x1.fdf473de6af28p-22

/* Constants in memory, which no compiler looks through: V8 would make each of them anew in every
 * turn of a loop, and that takes as long as the arithmetic. */
#define IN_MEMORY(name, ...)                           \
    static const double name##_kept[] = {__VA_ARGS__}; \
    const double *name = name##_kept;                  \
    __asm__("" : "+r"(name))

/* exp, less than 1 unit in the last place off, also where the result is denormal.
 *
 * x = k log 2 + r + lost, |r| <= log(2)/2, by a reduction in two parts (Cody and Waite 1980,
 * Software Manual for the Elementary Functions, chapter 6); exp r = 1 + r + r^2 q(r), where q
 * interpolates at Chebyshev's points, relative error 2^-55, summed by Estrin's scheme. 2^k is
 * multiplied in as two halves, since neither overflows or vanishes before the result does; the
 * rounding constant carries their two biases of 1023. */
INLINE vec exponential(vec x) {
    IN_MEMORY(q, 0x1.0000000000001p-1, 0x1.5555555555556p-3, 0x1.5555555553d63p-5,
              0x1.11111111109b3p-7, 0x1.6c16c1788bd90p-10, 0x1.a01a01a7c41d5p-13,
              0x1.a019b90d2ae7ap-16, 0x1.71de0dae63bb3p-19, 0x1.289185613a3d6p-22,
              0x1.af38a9b0ec855p-26);
    IN_MEMORY(c, 710.0, -746.0, 0x1.71547652b82fep+0, ROUND + 2046.0, LN2_HIGH, LN2_LOW, 1.0);
    x = larger(smaller(x, all(c[0])), all(c[1])); /* infinity and zero; NaN stays */
    vec shown = x * c[2] + c[3], k = shown - c[3];
    vec high = x - k * c[4], low = k * c[5]; /* exact, but for the rounding of low */
    vec r = high - low, lost = (high - r) - low, r2 = r * r, r4 = r2 * r2;
    vec sum = ((q[0] + q[1] * r) + r2 * (q[2] + q[3] * r)) +
              r4 * (((q[4] + q[5] * r) + r2 * (q[6] + q[7] * r)) + r4 * (q[8] + q[9] * r));
    bits half = (bits)((unsigned_bits)shown >> 1), other = (bits)shown - half;
    return (((r2 * sum + lost) + r) + c[6]) * (vec)(half << 52) * (vec)(other << 52);
}

/* log, less than 1 unit in the last place off: -inf at 0, NaN below.
 *
 * x = 2^e (1 + f) with 1 + f within a root of two of 1; with s = f / (2 + f)
 *   log(1 + f) = 2 artanh s = f - (f^2/2 - s (f^2/2 + s^2 w(s^2)))
 * as in fdlibm (Sun Microsystems 1993); w interpolates at Chebyshev's points. */
INLINE vec logarithm(vec x) {
    IN_MEMORY(w, 0.666666666666667, 0.399999999998992, 0.2857142862611452, 0.22222211112104948,
              0.1818289077802613, 0.15331666676597175, 0.146171283998073);
    IN_MEMORY(c, LN2_HIGH, LN2_LOW, ROUND, 1.0, 2.0, 0.5);
    bits denormal = x < 0x1p-1022;
    vec normal = choose(denormal, x * 0x1p54, x);
    bits e = ((bits)normal - 0x3fe6a09e667f3bcd) >> 52; /* the bits of the root of a half */
    vec f = (vec)((bits)normal - (e << 52)) - c[3];
    vec k = (vec)((bits)all(c[2]) + e) - c[2] - choose(denormal, all(54.0), all(0.0));
    vec s = f / (c[4] + f), z = s * s, z2 = z * z, half = c[5] * f * f;
    vec sum = ((w[0] + w[1] * z) + z2 * (w[2] + w[3] * z)) +
              z2 * z2 * ((w[4] + w[5] * z) + z2 * w[6]);
    vec result = k * c[0] + (f - (half - (s * (half + z * sum) + k * c[1])));
    result = choose(x < __builtin_inf(), result, x); /* infinity and NaN are their own */
    result = choose(x == 0.0, all(-__builtin_inf()), result);
    return choose(x < 0.0, all(__builtin_nan("")), result);
}

/* --- a block of rows -------------------------------------------------------------------------- */

typedef struct {
    int64_t d, k, matrix;   /* matrix: factors (k, d, d) upper triangular, else (k, d) */
    const double *constants; /* (k,) c_j */
    const double *means;     /* (k, d) m_j */
    const double *factors;   /* U_j with inverse(C_j) = U_j U_j', or inverse variances */
} mixture;

/* Columns are `stride` numbers apart, `rows` of them in use: whole strips, the last one padded. */
typedef struct {
    int64_t rows, stride;
    double *columns;    /* (d, stride) the rows, turned */
    double *table;      /* (k, stride) log-joint densities, then responsibilities */
    double *peak;       /* (stride,) max_j l_ij */
    double *total;      /* (stride,) sum_j exp(l_ij - peak) */
    double *weights;    /* (stride,) observation weights */
    double *deviations; /* (d, stride) of one component */
    double *shares;     /* (d, stride) the same times its responsibilities */
    double *statistics; /* of one component over this block */
} block;

/* Rows in a block: enough to be worth its sums, few enough to stay near the core. */
static int64_t rows_of_block(int64_t d) {
    int64_t rows = 2048 / d / STRIP_ROWS * STRIP_ROWS;
    return rows < 64 ? 64 : rows > 256 ? 256 : rows;
}

/* A line of the cache more than the rows, so that columns do not compete for the same lines. */
static int64_t stride_of_block(int64_t d) { return rows_of_block(d) + 8; }

/* What the statistics of a component take: N, mean, rest, scatter. */
static int64_t size_of_component(int64_t d, int64_t matrix) {
    return 1 + 2 * d + (matrix ? d * d : d);
}

static block block_in(double *scratch, int64_t d, int64_t k) {
    int64_t stride = stride_of_block(d);
    block b = {.rows = 0, .stride = stride, .columns = scratch};
    b.table = b.columns + d * stride;
    b.peak = b.table + k * stride;
    b.total = b.peak + stride;
    b.weights = b.total + stride;
    b.deviations = b.weights + stride;
    b.shares = b.deviations + d * stride;
    b.statistics = b.shares + d * stride;
    return b;
}

/* Turn m rows into columns; what fills the last strip repeats the last row. */
static void load_rows(block *b, int64_t d, int64_t m, const double *x) {
    b->rows = (m + STRIP_ROWS - 1) / STRIP_ROWS * STRIP_ROWS;
    for (int64_t a = 0; a < d; a++) {
        double *column = b->columns + a * b->stride;
        for (int64_t i = 0; i < m; i++) column[i] = x[i * d + a];
        for (int64_t i = m; i < b->rows; i++) column[i] = column[m - 1];
    }
}

/* What fills the last strip counts nothing. */
static void hide_filling(block *b, int64_t k, int64_t m) {
    for (int64_t i = m; i < b->rows; i++) {
        b->peak[i] = 0.0;
        b->total[i] = 1.0;
        for (int64_t j = 0; j < k; j++) b->table[j * b->stride + i] = 0.0;
    }
}

/* --- log-joint densities ---------------------------------------------------------------------- */

INLINE void densities_along(int64_t d, const mixture *mix, const block *b, int64_t j) {
    const double *mean = mix->means + j * d, *inverse = mix->factors + j * d;
    double *out = b->table + j * b->stride;
    for (int64_t i = 0; i < b->rows; i += STRIP_ROWS) {
        vec sum[STRIP] = {{0}};
        for (int64_t a = 0; a < d; a++)
            for (int v = 0; v < STRIP; v++) {
                vec y = load(b->columns + a * b->stride + i + v * LANES) - mean[a];
                sum[v] += y * y * (-0.5 * inverse[a]);
            }
        for (int v = 0; v < STRIP; v++) store(out + i + v * LANES, sum[v] + mix->constants[j]);
    }
}

/* One variable is so usual that it has a loop of its own. */
static void diagonal_densities(const mixture *mix, const block *b, int64_t j) {
    if (mix->d == 1) densities_along(1, mix, b, j);
    else densities_along(mix->d, mix, b, j);
}

/* Add the squares of entries e to e + pair - 1 of U' y for one strip of rows. */
INLINE void add_squares(int pair, int64_t e, int64_t d, const double *upper, const double *y,
                        vec *squares) {
    vec white[2][STRIP] = {{{0}}};
    for (int64_t a = 0; a < e + pair; a++)
        for (int p = 0; p < pair; p++)
            for (int v = 0; v < STRIP; v++)
                white[p][v] += load(y + a * STRIP_ROWS + v * LANES) * upper[a * d + e + p];
    for (int p = 0; p < pair; p++)
        for (int v = 0; v < STRIP; v++) squares[v] += white[p][v] * white[p][v];
}

static void matrix_densities(const mixture *mix, const block *b, int64_t j) {
    int64_t d = mix->d;
    const double *mean = mix->means + j * d, *upper = mix->factors + j * d * d;
    double *out = b->table + j * b->stride, *y = b->deviations;
    for (int64_t i = 0; i < b->rows; i += STRIP_ROWS) {
        for (int64_t a = 0; a < d; a++)
            for (int v = 0; v < STRIP; v++)
                store(y + a * STRIP_ROWS + v * LANES,
                      load(b->columns + a * b->stride + i + v * LANES) - mean[a]);
        vec squares[STRIP] = {{0}};
        int64_t e = 0;
        for (; e + 1 < d; e += 2) add_squares(2, e, d, upper, y, squares);
        if (e < d) add_squares(1, e, d, upper, y, squares);
        for (int v = 0; v < STRIP; v++)
            store(out + i + v * LANES, mix->constants[j] - 0.5 * squares[v]);
    }
}

/* --- responsibilities ------------------------------------------------------------------------- */

/* Two components need one exponential: the larger of exp(l - peak) is 1. In two loops, so that a
 * processor has several exponentials under way while it waits for each. */
static void softmax_of_two(const block *b) {
    double *first = b->table, *second = b->table + b->stride;
    for (int64_t i = 0; i < b->rows; i += LANES) {
        vec one = load(first + i), other = load(second + i), peak = larger(one, other);
        store(b->peak + i, peak);
        store(b->total + i, exponential(smaller(one, other) - peak));
    }
    for (int64_t i = 0; i < b->rows; i += LANES) {
        vec less = load(b->total + i), total = 1.0 + less, most = 1.0 / total, rest = less * most;
        bits swap = ((bits)most ^ (bits)rest) & (load(first + i) < load(second + i));
        store(first + i, (vec)((bits)most ^ swap));
        store(second + i, (vec)((bits)rest ^ swap));
        store(b->total + i, total);
    }
}

static void softmax(const block *b, int64_t k) {
    if (k == 2) {
        softmax_of_two(b);
        return;
    }
    for (int64_t i = 0; i < b->rows; i += LANES) {
        vec peak = load(b->table + i), total = {0};
        for (int64_t j = 1; j < k; j++) peak = larger(peak, load(b->table + j * b->stride + i));
        for (int64_t j = 0; j < k; j++) {
            vec part = exponential(load(b->table + j * b->stride + i) - peak);
            store(b->table + j * b->stride + i, part);
            total += part;
        }
        vec inverse = 1.0 / total;
        for (int64_t j = 0; j < k; j++) {
            double *at = b->table + j * b->stride + i;
            store(at, load(at) * inverse);
        }
        store(b->peak + i, peak);
        store(b->total + i, total);
    }
}

/* sum_i log f(x_i) = sum_i peak_i + log prod_i total_i. At most 32 totals, each in [1, k], come
 * together in a product, which cannot overflow: one logarithm does for all of them. */
static double log_likelihood(const block *b) {
    vec peaks[STRIP] = {{0}}, products[STRIP], sum = {0};
    for (int v = 0; v < STRIP; v++) products[v] = all(1.0);
    for (int64_t i = 0; i < b->rows; i += STRIP_ROWS)
        for (int v = 0; v < STRIP; v++) {
            peaks[v] += load(b->peak + i + v * LANES);
            products[v] *= load(b->total + i + v * LANES);
        }
    for (int v = 0; v < STRIP; v++) sum += peaks[v] + logarithm(products[v]);
    return sum_of_lanes(sum);
}

/* The same with weights, which also multiply the responsibilities. */
static double weighted_log_likelihood(block *b, int64_t k, int64_t m, const double *weights) {
    for (int64_t i = 0; i < b->rows; i++) b->weights[i] = i < m ? weights[i] : 0.0;
    vec sum = {0};
    for (int64_t i = 0; i < b->rows; i += LANES) {
        vec weight = load(b->weights + i);
        sum += weight * (load(b->peak + i) + logarithm(load(b->total + i)));
        for (int64_t j = 0; j < k; j++) {
            double *at = b->table + j * b->stride + i;
            store(at, load(at) * weight);
        }
    }
    return sum_of_lanes(sum);
}

/* --- sums over a block ------------------------------------------------------------------------ */

INLINE double sum_of_strip(const vec *sums) {
    return sum_of_lanes((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

static double sum_of(const double *values, int64_t rows) {
    vec sum[STRIP] = {{0}};
    for (int64_t i = 0; i < rows; i += STRIP_ROWS)
        for (int v = 0; v < STRIP; v++) sum[v] += load(values + i + v * LANES);
    return sum_of_strip(sum);
}

static double sum_of_products(const double *one, const double *other, int64_t rows) {
    vec sum[STRIP] = {{0}};
    for (int64_t i = 0; i < rows; i += STRIP_ROWS)
        for (int v = 0; v < STRIP; v++)
            sum[v] += load(one + i + v * LANES) * load(other + i + v * LANES);
    return sum_of_strip(sum);
}

/* The sum of r y and, in `squares`, that of r y^2, where y is how far a column lies from `centre`
 * and r what a component owns. y and r y are kept where there is room for them. */
static double deviate(const double *column, const double *owned, double centre, int64_t rows,
                      double *deviations, double *shares, double *squares) {
    vec sum[STRIP] = {{0}}, square[STRIP] = {{0}};
    for (int64_t i = 0; i < rows; i += STRIP_ROWS)
        for (int v = 0; v < STRIP; v++) {
            vec y = load(column + i + v * LANES) - centre;
            vec share = y * load(owned + i + v * LANES);
            if (deviations) store(deviations + i + v * LANES, y);
            if (deviations) store(shares + i + v * LANES, share);
            sum[v] += share;
            square[v] += share * y;
        }
    *squares = sum_of_strip(square);
    return sum_of_strip(sum);
}

/* A tile of the scatter: `high` rows from a, `wide` columns from c, all sums in registers. */
INLINE void scatter_tile(int high, int wide, const block *b, int64_t d, int64_t a, int64_t c,
                         double *scatter) {
    vec sums[2][4] = {{{0}}};
    const double *shares = b->shares + a * b->stride, *deviations = b->deviations + c * b->stride;
    for (int64_t i = 0; i < b->rows; i += LANES)
        for (int p = 0; p < high; p++)
            for (int q = 0; q < wide; q++)
                sums[p][q] +=
                    load(shares + p * b->stride + i) * load(deviations + q * b->stride + i);
    for (int p = 0; p < high; p++)
        for (int q = 0; q < wide; q++) scatter[(a + p) * d + c + q] = sum_of_lanes(sums[p][q]);
}

INLINE void scatter_rows(int high, const block *b, int64_t d, int64_t a, double *scatter) {
    int64_t c = a;
    for (; c + 4 <= d; c += 4) scatter_tile(high, 4, b, d, a, c, scatter);
    if (d - c == 3) scatter_tile(high, 3, b, d, a, c, scatter);
    if (d - c == 2) scatter_tile(high, 2, b, d, a, c, scatter);
    if (d - c == 1) scatter_tile(high, 1, b, d, a, c, scatter);
}

/* The upper triangle of sum_i r_i y_i y_i', two rows at a time. */
static void scatter_matrix(const block *b, int64_t d, double *scatter) {
    int64_t a = 0;
    for (; a + 2 <= d; a += 2) scatter_rows(2, b, d, a, scatter);
    if (a < d) scatter_rows(1, b, d, a, scatter);
}

/* --- statistics of a component: N, mean, rest, scatter (see emkit/moments.py) ----------------- */

/* Where row a of a scatter begins, counted so that column c is at row[c], and where it ends. */
INLINE double *scatter_row(double *scatter, int64_t d, int64_t matrix, int64_t a) {
    return matrix ? scatter + a * d : scatter;
}
INLINE int64_t scatter_end(int64_t d, int64_t matrix, int64_t a) { return matrix ? d : a + 1; }

/* The double nearest to one + other, and what it leaves out (Knuth's two-sum). */
INLINE void round_sum(double one, double other, double *total, double *rest) {
    double sum = one + other, part = sum - one;
    *total = sum;
    *rest = (one - (sum - part)) + (other - part);
}

/* Moments.of: the statistics of component j about its own mean over this block. */
static void describe(const block *b, const mixture *mix, int64_t j) {
    int64_t d = mix->d, matrix = mix->matrix;
    const double *owned = b->table + j * b->stride;
    double *means = b->statistics + 1, *rests = means + d, *scatter = rests + d;
    double count = b->statistics[0] = sum_of(owned, b->rows);
    if (count == 0.0) return;
    for (int64_t a = 0; a < d; a++) {
        const double *column = b->columns + a * b->stride;
        double *kept = matrix ? b->deviations + a * b->stride : 0;
        means[a] = sum_of_products(column, owned, b->rows) / count; /* but for rounding */
        rests[a] = deviate(column, owned, means[a], b->rows, kept, b->shares + a * b->stride,
                           scatter_row(scatter, d, matrix, a) + a) /
                   count;
    }
    if (matrix) scatter_matrix(b, d, scatter);
    for (int64_t a = 0; a < d; a++)
        for (int64_t c = a; c < scatter_end(d, matrix, a); c++)
            scatter_row(scatter, d, matrix, a)[c] -= count * rests[a] * rests[c];
    for (int64_t a = 0; a < d; a++) round_sum(means[a], rests[a], means + a, rests + a);
}

/* How far variable a's mean of some statistics lies from that of others. */
INLINE double gap_between(const double *total, const double *part, int64_t d, int64_t a) {
    return (part[1 + a] - total[1 + a]) + (part[1 + d + a] - total[1 + d + a]);
}

/* Moments.merged: add the statistics `part` of a component to its `total`. */
static void merge(int64_t d, int64_t matrix, double *total, const double *part) {
    if (part[0] == 0.0) return;
    if (total[0] == 0.0) {
        for (int64_t i = 0; i < size_of_component(d, matrix); i++) total[i] = part[i];
        return;
    }
    double count = total[0] + part[0], share = part[0] / count, both = total[0] * share;
    double *means = total + 1, *rests = means + d, *scatter = rests + d;
    for (int64_t a = 0; a < d; a++) {
        double *row = scatter_row(scatter, d, matrix, a), gap = gap_between(total, part, d, a);
        const double *more = part + (row - total);
        for (int64_t c = a; c < scatter_end(d, matrix, a); c++)
            row[c] += more[c] + both * gap * gap_between(total, part, d, c);
    }
    for (int64_t a = 0; a < d; a++)
        round_sum(means[a], rests[a] + share * gap_between(total, part, d, a), means + a,
                  rests + a);
    total[0] = count;
}

/* Add a number to a sum of two parts, the second of which is what the first leaves out. */
static void add_exactly(double *sum, double value) {
    double rest;
    round_sum(sum[0], value, sum, &rest);
    sum[1] += rest;
}

/* --- what the library exports ----------------------------------------------------------------- */

/* Changes whenever a signature or a layout does. */
EXPORT int64_t emkit_abi(void) { return ABI; }

/* How many doubles a call of emkit_e_step or emkit_densities works in. */
EXPORT int64_t emkit_scratch(int64_t d, int64_t k, int64_t matrix) {
    return (3 * d + k + 3) * stride_of_block(d) + size_of_component(d, matrix);
}

/* How many doubles hold the statistics: a log-likelihood in two parts, then each component's. */
EXPORT int64_t emkit_statistics(int64_t d, int64_t k, int64_t matrix) {
    return 2 + k * size_of_component(d, matrix);
}

/* Log-joint densities and responsibilities of m rows. */
static void expect(const mixture *mix, block *b, int64_t m, const double *x) {
    load_rows(b, mix->d, m, x);
    for (int64_t j = 0; j < mix->k; j++)
        (mix->matrix ? matrix_densities : diagonal_densities)(mix, b, j);
    softmax(b, mix->k);
    hide_filling(b, mix->k, m);
}

/* The statistics of n rows x (n, d), written to `statistics`; weights (n,) may be NULL. */
EXPORT void emkit_e_step(int64_t n, int64_t d, int64_t k, int64_t matrix, const double *x,
                         const double *weights, const double *constants, const double *means,
                         const double *factors, double *scratch, double *statistics) {
    mixture mix = {d, k, matrix, constants, means, factors};
    block b = block_in(scratch, d, k);
    int64_t rows = rows_of_block(d), size = size_of_component(d, matrix);
    for (int64_t i = 0; i < emkit_statistics(d, k, matrix); i++) statistics[i] = 0.0;
    for (int64_t first = 0; first < n; first += rows) {
        int64_t m = n - first < rows ? n - first : rows;
        expect(&mix, &b, m, x + first * d);
        double part = weights ? weighted_log_likelihood(&b, k, m, weights + first)
                              : log_likelihood(&b);
        add_exactly(statistics, part);
        for (int64_t j = 0; j < k; j++) {
            describe(&b, &mix, j);
            merge(d, matrix, statistics + 2 + j * size, b.statistics);
        }
    }
}

/* Write log f(x_i) (n,) and the responsibilities (n, k) of n rows; either may be NULL. */
EXPORT void emkit_densities(int64_t n, int64_t d, int64_t k, int64_t matrix, const double *x,
                            const double *constants, const double *means, const double *factors,
                            double *scratch, double *log_densities, double *responsibilities) {
    mixture mix = {d, k, matrix, constants, means, factors};
    block b = block_in(scratch, d, k);
    for (int64_t first = 0, rows = rows_of_block(d); first < n; first += rows) {
        int64_t m = n - first < rows ? n - first : rows;
        expect(&mix, &b, m, x + first * d);
        for (int64_t i = 0; log_densities && i < b.rows; i += LANES)
            store(b.peak + i, load(b.peak + i) + logarithm(load(b.total + i)));
        for (int64_t i = 0; log_densities && i < m; i++) log_densities[first + i] = b.peak[i];
        for (int64_t i = 0; responsibilities && i < m; i++)
            for (int64_t j = 0; j < k; j++)
                responsibilities[(first + i) * k + j] = b.table[j * b.stride + i];
    }
}

/* Merge the statistics of `parts` runs of rows, one after the other, into those of the first. */
EXPORT void emkit_merge(int64_t parts, int64_t d, int64_t k, int64_t matrix, double *statistics) {
    int64_t size = size_of_component(d, matrix), whole = emkit_statistics(d, k, matrix);
    for (int64_t p = 1; p < parts; p++) {
        const double *part = statistics + p * whole;
        add_exactly(statistics, part[0]);
        statistics[1] += part[1];
        for (int64_t j = 0; j < k; j++)
            merge(d, matrix, statistics + 2 + j * size, part + 2 + j * size);
    }
}

/* The functions by themselves: for tests, and as the least that an E-step can take. */
EXPORT void emkit_exp(int64_t n, const double *x, double *out) {
    int64_t i = 0;
    for (; i + LANES <= n; i += LANES) store(out + i, exponential(load(x + i)));
    for (; i < n; i++) out[i] = exponential(all(x[i]))[0];
}

EXPORT void emkit_log(int64_t n, const double *x, double *out) {
    int64_t i = 0;
    for (; i + LANES <= n; i += LANES) store(out + i, logarithm(load(x + i)));
    for (; i < n; i++) out[i] = logarithm(all(x[i]))[0];
}
