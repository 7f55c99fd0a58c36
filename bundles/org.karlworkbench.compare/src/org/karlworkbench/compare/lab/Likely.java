package org.karlworkbench.compare.lab;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of where something lies: a distribution, or the addresses that draws gave it. */
sealed interface Likely {
    /** What a guesser makes of the cell in which an address lies that is so far behind it. */
    Guessing guessing(long offset, long cell);

    /** Where it comes from. */
    Basis basis();

    /** Whether its best guess is right so often, beyond what few draws show by chance. */
    boolean isSurely(double least);

    /** A distribution. What was asked of it is kept, since many symbols ask the same. */
    final class Known implements Likely {
        private record Asked(long offset, long cell) {}

        private final Pmf pmf;
        private final Basis basis;
        private final Map<Asked, Guessing> answers = new ConcurrentHashMap<>();
        private double[] sums;

        Known(Pmf pmf, Basis basis) {
            this.pmf = pmf;
            this.basis = basis;
        }

        Pmf pmf() {
            return pmf;
        }

        @Override
        public Basis basis() {
            return basis;
        }

        @Override
        public Guessing guessing(long offset, long cell) {
            return answers.computeIfAbsent(new Asked(Math.floorMod(offset, cell), cell), this::answer);
        }

        private Guessing answer(Asked asked) {
            return asked.cell() == 1 ? pmf.guessing() : cells(asked).guessing();
        }

        private Pmf cells(Asked asked) {
            double[] below = sums();
            long origin = pmf.origin() + asked.offset();
            long first = Math.floorDiv(origin, asked.cell());
            int count = Math.toIntExact(Math.floorDiv(pmf.last() + asked.offset(), asked.cell()) - first + 1);
            double[] mass = new double[count];
            int from = 0;
            for (int i = 0; i < count; i++) {
                long end = (first + i + 1) * asked.cell() - origin; // of the cell, from the first address on
                int to = (int) Math.min(pmf.mass().length, (end + pmf.step() - 1) / pmf.step());
                mass[i] = Math.max(0, below[to] - below[from]);
                from = to;
            }
            return new Pmf(first, 1, mass);
        }

        /** What is below each address; made when it is asked for. */
        private synchronized double[] sums() {
            if (sums == null) {
                sums = new double[pmf.mass().length + 1];
                for (int i = 0; i < pmf.mass().length; i++) {
                    sums[i + 1] = sums[i] + pmf.mass()[i];
                }
            }
            return sums;
        }

        @Override
        public boolean isSurely(double least) {
            return guessing(0, 1).guess1() >= least - 1e-15;
        }
    }

    /** Addresses that draws gave. */
    record Drawn(long[] addresses) implements Likely {
        private static final double SIGMA = 2.33; // one in a hundred

        @Override
        public Guessing guessing(long offset, long cell) {
            double[] counts = counts(offset, cell);
            double sum = 0;
            int guesses = 0;
            while (sum < addresses.length / 2.0) {
                sum += counts[counts.length - 1 - guesses++];
            }
            return new Guessing(counts[counts.length - 1] / addresses.length, guesses, counts.length);
        }

        /** How often each cell was drawn, ascending. */
        private double[] counts(long offset, long cell) {
            long[] cells = Arrays.stream(addresses)
                    .map(address -> Math.floorDiv(address + offset, cell))
                    .sorted()
                    .toArray();
            double[] counts = new double[cells.length];
            int values = 0;
            for (int i = 0; i < cells.length; i++) {
                values += i > 0 && cells[i] == cells[i - 1] ? 0 : 1;
                counts[values - 1]++;
            }
            double[] own = Arrays.copyOf(counts, values);
            Arrays.sort(own);
            return own;
        }

        @Override
        public Basis basis() {
            return Basis.DRAWS;
        }

        @Override
        public boolean isSurely(double least) {
            double[] counts = counts(0, 1);
            double most = counts[counts.length - 1];
            return most - SIGMA * Math.sqrt(most) >= least * addresses.length || counts.length == 1;
        }
    }
}
