package org.karlworkbench.compare.lab;

import java.util.Arrays;
import org.karlworkbench.elf.Progress;

/**
 * How much lies before one of some things in random order, exactly. Each of the others is before it or not; the sets of those
 * before are of uniformly random size. Where k of n others are before, a set has the probability k!(n−k)!/(n+1)!, which is the
 * integral of t^k (1−t)^(n−k) over t from 0 to 1. So the distribution is the integral of that of independent choices with
 * probability t, a polynomial in t of degree n, which Gauss's quadrature gives exactly with ⌈(n+1)/2⌉ points; 3.5·√n and
 * some points suffice for all digits of a double, since the polynomial is smooth.
 */
final class SubsetSums {
    /** Additions that a second is enough for. */
    private static final double AFFORDABLE = 1.5e9;

    private static final double MOST_KEPT = 8e6;

    private final int[] sizes;
    private final int[] counts;
    private final int total;
    private final int others;
    private final double[][] result;
    private final Progress progress;

    /**
     * Computes the distributions.
     *
     * @param sizes different sizes in units, 0 or more
     * @param counts how many things have each
     * @param progress asked for cancel
     */
    SubsetSums(int[] sizes, int[] counts, Progress progress) {
        this.progress = progress;
        this.sizes = sizes;
        this.counts = counts;
        int sum = 0;
        int things = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(sizes[i], counts[i]));
            things += counts[i];
        }
        total = sum;
        others = things - 1;
        result = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            result[i] = new double[total - sizes[i] + 1];
        }
        double[][] quadrature = quadrature(points(others));
        for (int i = 0; i < quadrature[0].length; i++) {
            spread(0, sizes.length, new double[] {1}, quadrature[0][i], quadrature[1][i]);
        }
    }

    /** Whether the exact computation takes seconds at most and fits into memory. */
    static boolean isAffordable(int[] sizes, int[] counts) {
        double sum = 0;
        double things = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += (double) sizes[i] * counts[i];
            things += counts[i];
        }
        double steps = things + sizes.length * Math.log(sizes.length + 1.0) / Math.log(2);
        return sizes.length * sum <= MOST_KEPT && steps * sum * points((int) things) <= AFFORDABLE;
    }

    private static int points(int degree) {
        return Math.min((degree + 2) / 2, (int) (3.5 * Math.sqrt(degree)) + 24);
    }

    /** The probabilities of the sum before a thing of the size with this index: of 0, 1, 2 units and so on. */
    double[] of(int index) {
        return result[index];
    }

    /** Halves the sizes; to each half all of the other one is added, until one size is left and lacks one thing. */
    private void spread(int from, int to, double[] sum, double t, double weight) {
        progress.checkCancelled();
        if (to - from == 1) {
            double[] all = add(sum, sizes[from], counts[from] - 1, t);
            for (int i = 0; i < all.length; i++) {
                result[from][i] += weight * all[i];
            }
            return;
        }
        int middle = (from + to) >>> 1;
        spread(from, middle, addAll(sum, middle, to, t), t, weight);
        spread(middle, to, addAll(sum, from, middle, t), t, weight);
    }

    private double[] addAll(double[] sum, int from, int to, double t) {
        double[] all = sum;
        for (int i = from; i < to; i++) {
            all = add(all, sizes[i], counts[i], t);
        }
        return all;
    }

    /** Each of some things of a size is there with probability t. */
    private static double[] add(double[] sum, int size, int count, double t) {
        if (size == 0 || count == 0) {
            return sum;
        }
        double[] more = Arrays.copyOf(sum, sum.length + size * count);
        for (int done = 1, end = sum.length; done <= count; done++) {
            end += size;
            for (int i = end - 1; i >= size; i--) {
                more[i] = (1 - t) * more[i] + t * more[i - size];
            }
            for (int i = 0; i < size; i++) {
                more[i] *= 1 - t;
            }
        }
        return more;
    }

    /** Gauss and Legendre's points and weights for the interval from 0 to 1. */
    static double[][] quadrature(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < 100; step++) {
                double before = 1;
                double value = x;
                for (int k = 2; k <= count; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = count * (x * value - before) / (x * x - 1);
                double move = value / slope;
                x -= move;
                if (Math.abs(move) < 1e-16) {
                    break;
                }
            }
            points[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new double[][] {points, weights};
    }
}
