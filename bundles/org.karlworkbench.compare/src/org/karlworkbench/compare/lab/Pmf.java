package org.karlworkbench.compare.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * The probabilities of a whole number, such as an address: those at {@code origin}, {@code origin + step} and so on. They are
 * dense, so that sums of sizes by the 100,000 cost an array and nothing more.
 *
 * @param origin the smallest number
 * @param step the distance of two numbers, 1 or more
 * @param mass the probabilities, which add up to 1; not to be changed
 */
record Pmf(long origin, long step, double[] mass) {
    /** Convolutions of fewer products than this are done by multiplying. */
    private static final long DIRECT = 20_000_000;

    /** A number that is certain. */
    static Pmf point(long value) {
        return new Pmf(value, 1, new double[] {1});
    }

    /**
     * Of single numbers.
     *
     * @param masses each number's weight; they need not add up to 1
     * @return null where the numbers are too far apart for an array
     */
    static Pmf of(Map<Long, Double> masses, int most) {
        SortedMap<Long, Double> sorted = new TreeMap<>(masses);
        double sum = sorted.values().stream().mapToDouble(Double::doubleValue).sum();
        long first = sorted.firstKey();
        long step = 0;
        for (long value : sorted.keySet()) {
            step = gcd(step, value - first);
        }
        step = Math.max(1, step);
        long length = (sorted.lastKey() - first) / step + 1;
        if (length > most) {
            return null;
        }
        double[] mass = new double[(int) length];
        for (var each : sorted.entrySet()) {
            mass[(int) ((each.getKey() - first) / step)] = each.getValue() / sum;
        }
        return new Pmf(first, step, mass);
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    long last() {
        return origin + step * (mass.length - 1);
    }

    Pmf shift(long by) {
        return new Pmf(origin + by, step, mass);
    }

    /** The probability of one number. */
    double of(long value) {
        long distance = value - origin;
        boolean on = distance >= 0 && distance % step == 0 && distance / step < mass.length;
        return on ? mass[(int) (distance / step)] : 0;
    }

    /** The numbers that happen. */
    long support() {
        return Arrays.stream(mass).filter(each -> each > 0).count();
    }

    /** The sum of this number and another one that is independent of it. */
    Pmf plus(Pmf other) {
        if (other.mass.length == 1) {
            return shift(other.origin);
        }
        if (mass.length == 1) {
            return other.shift(origin);
        }
        long common = gcd(step, other.step);
        Pmf wide = (last() - origin) >= (other.last() - other.origin) ? this : other;
        Pmf narrow = wide == this ? other : this;
        int length = Math.toIntExact((wide.last() - wide.origin + narrow.last() - narrow.origin) / common + 1);
        double[] sum = new double[length];
        int wideStep = (int) (wide.step / common);
        int narrowStep = (int) (narrow.step / common);
        if (narrow.support() * wide.mass.length <= DIRECT) {
            for (int i = 0; i < narrow.mass.length; i++) {
                add(sum, wide.mass, wideStep, i * narrowStep, narrow.mass[i]);
            }
        } else {
            addRuns(sum, wide.mass, wideStep, narrow.mass, narrowStep);
        }
        return new Pmf(origin + other.origin, common, sum);
    }

    private static void add(double[] to, double[] mass, int step, int at, double factor) {
        if (factor > 0) {
            for (int i = 0; i < mass.length; i++) {
                to[at + i * step] += factor * mass[i];
            }
        }
    }

    /** Gaps are runs of equal probabilities: a run's convolution is the difference of two sums. */
    private static void addRuns(double[] to, double[] wide, int wideStep, double[] narrow, int stride) {
        double[] sums = new double[to.length];
        for (int i = 0; i < to.length; i++) {
            double own = i % wideStep == 0 && i / wideStep < wide.length ? wide[i / wideStep] : 0;
            sums[i] = own + (i >= stride ? sums[i - stride] : 0);
        }
        for (int from = 0, end; from < narrow.length; from = end) {
            end = from + 1;
            while (end < narrow.length && narrow[end] == narrow[from]) {
                end++;
            }
            for (int i = from * stride; narrow[from] > 0 && i < to.length; i++) {
                int behind = i - end * stride;
                to[i] += narrow[from] * Math.max(0, sums[i - from * stride] - (behind >= 0 ? sums[behind] : 0));
            }
        }
    }

    /** The sum of parts of one distribution, each with its share of the probability. */
    static Pmf mix(List<Pmf> parts) {
        Pmf first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        long step = 0;
        long origin = first.origin;
        long last = first.last();
        for (Pmf part : parts) {
            step = gcd(gcd(step, part.mass.length == 1 ? 0 : part.step), Math.abs(part.origin - first.origin));
            origin = Math.min(origin, part.origin);
            last = Math.max(last, part.last());
        }
        step = Math.max(1, step);
        double[] mass = new double[Math.toIntExact((last - origin) / step + 1)];
        for (Pmf part : parts) {
            for (int i = 0; i < part.mass.length; i++) {
                mass[(int) ((part.origin + i * part.step - origin) / step)] += part.mass[i];
            }
        }
        return new Pmf(origin, step, mass);
    }

    /** The probabilities of a function of the number, one that never falls. */
    Pmf map(LongUnaryOperator function) {
        long[] values = new long[mass.length];
        long step = 0;
        for (int i = 0; i < mass.length; i++) {
            values[i] = function.applyAsLong(origin + i * this.step);
            if (step != 1) {
                step = gcd(step, values[i] - values[0]);
            }
        }
        step = Math.max(1, step);
        double[] mapped = new double[Math.toIntExact((values[values.length - 1] - values[0]) / step + 1)];
        for (int i = 0; i < mass.length; i++) {
            mapped[(int) ((values[i] - values[0]) / step)] += mass[i];
        }
        return new Pmf(values[0], step, mapped);
    }

    /** The same by cells of some bytes, which are numbered from address 0 on. */
    Pmf cells(long bytes) {
        if (bytes == 1) {
            return this;
        }
        long first = Math.floorDiv(origin, bytes);
        double[] cells = new double[Math.toIntExact(Math.floorDiv(last(), bytes) - first + 1)];
        for (int i = 0; i < mass.length; i++) {
            cells[(int) (Math.floorDiv(origin + i * step, bytes) - first)] += mass[i];
        }
        return new Pmf(first, 1, cells);
    }

    /** What a guesser makes of it. */
    Guessing guessing() {
        double[] likely = Arrays.stream(mass).filter(each -> each > 0).sorted().toArray();
        double sum = 0;
        int guesses = 0;
        while (guesses < likely.length && sum < 0.5 - 1e-12) { // sums of fractions are a hair below one half at times
            sum += likely[likely.length - 1 - guesses++];
        }
        return new Guessing(likely[likely.length - 1], guesses, likely.length);
    }
}
