package catallaxy.scenarios.file.evolution;

import catallaxy.evolution.space.Parameter;
import java.util.List;

/** A setting that is searched, as a scenario file describes it: one record for each kind, whose components are its keys. */
public sealed interface ParameterSetting {
    /** The scenario's name for it. */
    String id();

    /** What is set; empty for the name itself. */
    String key();

    /** Name of the setting that decides whether it matters; empty where it always does. */
    String when();

    /** Value of that one at which it does. */
    String is();

    /** The values that it may have. */
    Parameter parameter();

    /** What is set. */
    default String target() {
        return key().isEmpty() ? id() : key();
    }

    /** A real number. */
    record RealSetting(String id, String key, double low, double high, Parameter.Scale scale, String when, String is)
            implements ParameterSetting {
        /** Checks the ends. */
        public RealSetting {
            new Parameter.Real(id, low, high, scale);
        }

        @Override
        public Parameter parameter() {
            return new Parameter.Real(target(), low, high, scale);
        }
    }

    /** A whole number. */
    record WholeSetting(String id, String key, long low, long high, Parameter.Scale scale, String when, String is)
            implements ParameterSetting {
        /** Checks the ends. */
        public WholeSetting {
            new Parameter.Whole(id, low, high, scale);
        }

        @Override
        public Parameter parameter() {
            return new Parameter.Whole(target(), low, high, scale);
        }
    }

    /** One of several words. */
    record ChoiceSetting(String id, String key, List<String> words, String when, String is)
            implements ParameterSetting {
        /** Checks that there are two. */
        public ChoiceSetting {
            words = List.copyOf(words);
            new Parameter.Choice(id, words);
        }

        @Override
        public Parameter parameter() {
            return new Parameter.Choice(target(), words);
        }
    }
}
