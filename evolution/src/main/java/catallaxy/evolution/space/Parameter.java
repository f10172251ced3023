package catallaxy.evolution.space;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/** One setting that is searched. Every place in the unit interval is one of its values, so that any search of numbers can find it. */
public sealed interface Parameter {
    /** The key that is set. */
    String name();

    /**
     * The value at a place, as a scenario file writes it.
     *
     * @param place in [0, 1]
     */
    String text(double place);

    /** The value at a place as a number; of a choice, which one it is, counted from 0. */
    double number(double place);

    /** A place of a value: what {@link #number} makes the value of again. */
    double place(double number);

    /** How the values lie between their ends. */
    enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /** A real number. */
    record Real(String name, double low, double high, Scale scale) implements Parameter {
        /** Checks that there is something between the ends, both positive on a logarithmic scale. */
        public Real {
            checkEnds(low, high, scale);
        }

        @Override
        public double number(double place) {
            return Math.clamp(between(low, high, scale, place), low, high);
        }

        @Override
        public String text(double place) {
            return String.valueOf(number(place));
        }

        @Override
        public double place(double number) {
            return placeBetween(low, high, scale, number);
        }
    }

    /** A whole number; each has as much of the unit interval as rounding gives it. */
    record Whole(String name, long low, long high, Scale scale) implements Parameter {
        /** Checks that there is something between the ends, both positive on a logarithmic scale. */
        public Whole {
            checkEnds((double) low, (double) high, scale);
        }

        @Override
        public double number(double place) {
            double least = scale == Scale.LINEAR ? low - 0.5 : low;
            double most = scale == Scale.LINEAR ? high + 0.5 : high;
            return Math.clamp(Math.rint(between(least, most, scale, place)), (double) low, (double) high);
        }

        @Override
        public String text(double place) {
            return String.valueOf((long) number(place));
        }

        @Override
        public double place(double number) {
            return scale == Scale.LINEAR
                    ? placeBetween(low - 0.5, high + 0.5, scale, number)
                    : placeBetween((double) low, (double) high, scale, number);
        }
    }

    /** One of several words; each has the same part of the unit interval. */
    record Choice(String name, List<String> words) implements Parameter {
        /** Checks that there are at least two. */
        public Choice {
            words = Checks.elements("words", "a word", words);
            Checks.that(words.size() > 1, "words", "at least two words", words.size());
        }

        @Override
        public double number(double place) {
            return Math.min(words.size() - 1, Math.floor(place * words.size()));
        }

        @Override
        public String text(double place) {
            return words.get((int) number(place));
        }

        @Override
        public double place(double number) {
            return (number + 0.5) / words.size();
        }
    }

    private static void checkEnds(double low, double high, Scale scale) {
        Checks.that(low < high && Double.isFinite(high - low), "high", "a number above low, " + low, high);
        Checks.that(scale == Scale.LINEAR || low > 0, "low", "a positive number on a logarithmic scale", low);
    }

    private static double between(double low, double high, Scale scale, double place) {
        return scale == Scale.LINEAR
                ? low + (high - low) * place
                : StrictMath.exp(StrictMath.log(low) + place * StrictMath.log(high / low));
    }

    private static double placeBetween(double low, double high, Scale scale, double number) {
        double place = scale == Scale.LINEAR
                ? (number - low) / (high - low)
                : StrictMath.log(number / low) / StrictMath.log(high / low);
        return Math.clamp(place, 0, 1);
    }
}
