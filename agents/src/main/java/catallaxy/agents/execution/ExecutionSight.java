package catallaxy.agents.execution;

import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.execution.ExecutionFeatures;
import catallaxy.environment.market.execution.ExecutionOption;
import catallaxy.environment.market.execution.ExecutionSpec;
import java.util.ArrayList;
import java.util.List;

/** What an executor's observation says of its choices. Immutable. */
public final class ExecutionSight {
    private static final int CHOICES = ExecutionSpec.SIZES.size() * ExecutionSpec.SLIPPAGES.size();

    private final List<OptionPlaces> options;
    private final int ended;
    private final int reward;
    private final int realised;

    /** Where the features of an option are. */
    private record OptionPlaces(int route, int trade, int fee, int volatility, int gain, int loan, int gas) {
        static OptionPlaces of(ObservationSpec spec, EngineSpec engine, ExecutionOption option) {
            Subject chain =
                    new Subject.Chain(engine.chains().get(option.chain()).id());
            Subject self = new Subject.Chain(option.label());
            return new OptionPlaces(
                    spec.index(ExecutionFeatures.ROUTE.of(chain)),
                    spec.index(Quantity.BEST_TRADE.of(chain)),
                    spec.index(ExecutionFeatures.BASE_FEE.of(chain)),
                    spec.index(Quantity.VOLATILITY.of(chain)),
                    spec.index(ExecutionFeatures.GAIN.of(self)),
                    spec.index(ExecutionFeatures.LOAN_FEE.of(self)),
                    spec.index(Quantity.GAS_COST.of(self)));
        }

        Circumstances circumstances(Observation seen) {
            return new Circumstances(
                    (int) seen.value(route),
                    seen.value(trade),
                    seen.value(gain),
                    seen.value(fee),
                    seen.value(volatility));
        }

        /** Where profit is quadratic about its best size, a part m of that earns m (2 − m) of it. */
        double promised(Observation seen, double part) {
            return seen.value(gain) * part * (2 - part) - seen.value(loan) * part - seen.value(gas);
        }
    }

    /** The sight of a seat. */
    public ExecutionSight(ObservationSpec spec, EngineSpec engine, ExecutionSpec role) {
        options = role.options(engine).stream()
                .map(option -> OptionPlaces.of(spec, engine, option))
                .toList();
        ended = at(spec, ExecutionFeatures.ENDED);
        reward = at(spec, ExecutionFeatures.REWARD);
        realised = at(spec, ExecutionFeatures.REALISED);
    }

    private static int at(ObservationSpec spec, Quantity quantity) {
        Meaning meaning = quantity.ofSeat();
        return spec.index(meaning);
    }

    /** Whether an execution was over since the epoch before. */
    public boolean hasEnded(Observation seen) {
        return seen.value(ended) > 0;
    }

    /** What an execution that was over is rewarded with, quote units. */
    public double reward(Observation seen) {
        return seen.value(reward);
    }

    /** What an execution that was over gained after gas, quote units. */
    public double realised(Observation seen) {
        return seen.value(realised);
    }

    /** All choices that are open and promise something, to hold first. */
    public List<ExecutionChoice> choices(Observation seen) {
        List<ExecutionChoice> all = new ArrayList<>();
        all.add(ExecutionChoice.hold(-1));
        for (int option = 0; option < options.size(); option++) {
            if (seen.mask()[1 + option]) {
                add(seen, option, all);
            }
        }
        return all;
    }

    private void add(Observation seen, int option, List<ExecutionChoice> all) {
        OptionPlaces places = options.get(option);
        long steps = places.circumstances(seen).steps();
        for (int size = 0; size < ExecutionSpec.SIZES.size(); size++) {
            double promised = places.promised(seen, ExecutionSpec.SIZES.get(size));
            for (int slippage = 0; slippage < ExecutionSpec.SLIPPAGES.size(); slippage++) {
                int which = size * ExecutionSpec.SLIPPAGES.size() + slippage;
                long key = (steps * options.size() + option) * CHOICES + which;
                if (promised > 0) {
                    all.add(new ExecutionChoice(option, size, slippage, key, promised));
                }
            }
        }
    }
}
