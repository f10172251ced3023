package catallaxy.environment.market.execution;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.Flattening;
import catallaxy.environment.market.role.PriceVariance;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.trading.Gas;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Executes the best trade of a chain, with own or borrowed money, one at a time.
 *
 * <p>Features, actions and reward terms: {@code docs/execution.md}.
 */
final class ExecutionRole implements Role {
    private static final int PATIENCE_BLOCKS = 3;

    private final ExecutionSpec spec;
    private final ExecutionDesk desk;
    private final List<PriceVariance> variances;
    private final Flattening flattening;
    private final Factors<ExecutionFactors.Sight> factors;
    private final ActionSpec actionSpec;

    ExecutionRole(ExecutionSpec spec, EngineSpec engine, long durationNanos) {
        this.spec = spec;
        this.desk = ExecutionDesk.of(spec, engine);
        this.variances = desk.variances();
        this.flattening = new Flattening(
                engine,
                spec.routes().stream()
                        .flatMap(route -> Stream.of(route.venueA(), route.venueB()))
                        .toList());
        this.factors = ExecutionFactors.of(desk, durationNanos);
        List<String> labels = Stream.concat(
                        Stream.of("hold"), desk.options().stream().map(ExecutionOption::label))
                .toList();
        this.actionSpec = new ActionSpec(List.of(
                new ActionComponent.Discrete("execute", labels, 0),
                new ActionComponent.Discrete("size", words(ExecutionSpec.SIZES), 0),
                new ActionComponent.Discrete("slippage", words(ExecutionSpec.SLIPPAGES), 0)));
    }

    private static List<String> words(List<Double> multipliers) {
        return multipliers.stream().map(String::valueOf).toList();
    }

    @Override
    public String name() {
        return spec.role();
    }

    @Override
    public ObservationSpec observationSpec() {
        return factors.spec();
    }

    @Override
    public ActionSpec actionSpec() {
        return actionSpec;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("pnl", "costs", "gas_saved", "speed", "success");
    }

    @Override
    public int memorySize() {
        return ExecutionMemory.variance(desk.chains().size());
    }

    @Override
    public int registerCount() {
        return ExecutionMemory.REGISTERS;
    }

    @Override
    public void open(MarketView market, Seat seat) {
        Role.super.open(market, seat);
        variances.forEach(each -> each.open(market, seat));
    }

    @Override
    public void advance(MarketView market, Seat seat) {
        variances.forEach(each -> each.advance(market, seat));
        note(seat, ended(market, seat));
        Role.super.advance(market, seat);
    }

    private void note(Seat seat, Optional<ExecutionOutcome> ended) {
        double[] memory = seat.memory();
        Arrays.fill(memory, ExecutionMemory.ENDED, ExecutionMemory.VARIANCES, 0);
        if (ended.isPresent()) {
            ExecutionOutcome outcome = ended.get();
            memory[ExecutionMemory.ENDED] = 1;
            memory[ExecutionMemory.REALISED] = outcome.gain() - outcome.gas();
            memory[ExecutionMemory.REWARD] = memory[ExecutionMemory.REALISED]
                    + Arrays.stream(extras(seat, outcome)).sum();
            memory[ExecutionMemory.SUCCEEDED] = outcome.succeeded() ? 1 : 0;
            memory[ExecutionMemory.SECONDS] = outcome.seconds();
            seat.registers()[ExecutionMemory.UNDER_WAY] = 0;
        }
    }

    /** What has become of the execution under way; empty while it waits, or where there is none. */
    private Optional<ExecutionOutcome> ended(MarketView market, Seat seat) {
        int option = (int) seat.registers()[ExecutionMemory.UNDER_WAY] - 1;
        if (option < 0) {
            return Optional.empty();
        }
        int chain = desk.options().get(option).chain();
        return market.dealings(seat.participant()).pending(chain) > 0
                ? Optional.empty()
                : Optional.of(ExecutionOutcome.of(market, seat, chain, ExecutionMemory.REMEMBERED));
    }

    /** Reward terms that are no part of equity: gas saved, speed, success. */
    private double[] extras(Seat seat, ExecutionOutcome outcome) {
        return new double[] {
            spec.gasWeight() * outcome.saved(seat, ExecutionMemory.REMEMBERED),
            -spec.speedWeight() * outcome.seconds(),
            outcome.succeeded() ? spec.successWeight() : -spec.successWeight()
        };
    }

    @Override
    public void observe(MarketView market, Seat seat, double[] values) {
        factors.write(ExecutionFactors.Sight.of(desk, market, seat), values);
    }

    /** An option is open where its offer leaves a gain; sizes and slippages always are. */
    @Override
    public void mask(MarketView market, Seat seat, boolean[] mask) {
        Arrays.fill(mask, true);
        boolean free = isFree(market, seat);
        List<Optional<ExecutionOffer>> offers = offers(market, seat);
        IntStream.range(0, offers.size())
                .forEach(i -> mask[1 + i] =
                        free && offers.get(i).filter(each -> each.net() > 0).isPresent());
    }

    private boolean isFree(MarketView market, Seat seat) {
        return !seat.halted() && !desk.waits(market, seat);
    }

    private List<Optional<ExecutionOffer>> offers(MarketView market, Seat seat) {
        return desk.offers(market, seat, desk.opportunities(market));
    }

    @Override
    public void act(MarketView market, Gateway gateway, Seat seat, double[] action) {
        int option = (int) action[0] - 1;
        if (option < 0 || !isFree(market, seat)) {
            return;
        }
        ExecutionOption chosen = desk.options().get(option);
        double size = ExecutionSpec.SIZES.get((int) action[1]);
        double slippage = StrictMath.min(1, spec.maxSlippage() * ExecutionSpec.SLIPPAGES.get((int) action[2]));
        double dearest = offers(market, seat).stream()
                .flatMap(Optional::stream)
                .mapToDouble(ExecutionOffer::gas)
                .max()
                .orElse(0);
        ChainOpportunity.of(market, spec.routes(), chosen.chain())
                .flatMap(found -> desk.offer(
                        market, seat, found, chosen, size * found.best().spent()))
                .filter(offer -> offer.net() > 0)
                .ifPresent(offer -> send(market, gateway, seat, option, offer, slippage, dearest));
    }

    private void send(
            MarketView market,
            Gateway gateway,
            Seat seat,
            int option,
            ExecutionOffer offer,
            double slippage,
            double dearest) {
        int chain = desk.options().get(option).chain();
        ExecutionOutcome.remember(market, seat, chain, ExecutionMemory.REMEMBERED, dearest);
        if (Gas.send(market, gateway, chain, offer.call(market, slippage), PATIENCE_BLOCKS)) {
            seat.registers()[ExecutionMemory.UNDER_WAY] = 1L + option;
        }
    }

    @Override
    public void halt(MarketView market, Gateway gateway, Seat seat) {
        flattening.step(market, gateway, seat);
    }

    @Override
    public boolean flat(MarketView market, Seat seat) {
        return flattening.done(market, seat);
    }

    @Override
    public void rewards(MarketView market, Seat seat, double[] terms) {
        double costs = seat.costs(market);
        terms[0] = seat.equityChange(market) + costs;
        terms[1] = -costs;
        double[] extras = ended(market, seat).map(each -> extras(seat, each)).orElse(new double[3]);
        System.arraycopy(extras, 0, terms, 2, extras.length);
    }
}
