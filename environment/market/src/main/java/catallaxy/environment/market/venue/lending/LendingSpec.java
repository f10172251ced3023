package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/**
 * A lending market as the scenario describes it.
 *
 * @param reserves in their order, each of another asset
 * @param oracle   that tells prices
 * @param flash    what flash loans cost
 * @param stewards names of the participants who may set what collateral is good for
 * @param bounds   within what they may
 * @param modes    other terms that accounts may choose
 */
public record LendingSpec(
        String id,
        int chain,
        List<LendingTerms> reserves,
        OracleSpec oracle,
        FlashLending.Terms flash,
        List<String> stewards,
        RiskBounds bounds,
        EfficiencyModes modes)
        implements VenueSpec.OnChain {
    private static final double WHOLE_BPS = 1e4;

    public LendingSpec {
        reserves = List.copyOf(reserves);
        stewards = List.copyOf(stewards);
        Checks.inRange("reserves", reserves.size(), 1, LendingPosition.MOST_RESERVES);
        long different =
                reserves.stream().mapToInt(LendingTerms::asset).distinct().count();
        Checks.that(different == reserves.size(), "reserves", "another asset each", "one twice");
        modes.requireAbove(reserves);
    }

    /** A market whose terms stay. */
    public LendingSpec(String id, int chain, List<LendingTerms> reserves, OracleSpec oracle, FlashLending.Terms flash) {
        this(id, chain, reserves, oracle, flash, List.of(), RiskBounds.NONE, EfficiencyModes.NONE);
    }

    /** A market without efficiency modes. */
    public LendingSpec(
            String id,
            int chain,
            List<LendingTerms> reserves,
            OracleSpec oracle,
            FlashLending.Terms flash,
            List<String> stewards,
            RiskBounds bounds) {
        this(id, chain, reserves, oracle, flash, stewards, bounds, EfficiencyModes.NONE);
    }

    @Override
    public int base() {
        return NO_ASSET;
    }

    @Override
    public int quote() {
        return NO_ASSET;
    }

    /** In the order of the reserves. */
    @Override
    public List<Integer> assets() {
        return reserves.stream().map(LendingTerms::asset).toList();
    }

    @Override
    public List<Integer> reads() {
        return oracle.venues();
    }

    @Override
    public Optional<String> faultOfReads(List<VenueSpec> all) {
        return oracle.misfit(all);
    }

    @Override
    public Optional<VenueSpec.TermsSteering> termsSteering() {
        return stewards.isEmpty()
                ? Optional.empty()
                : Optional.of(new VenueSpec.TermsSteering(
                        stewards,
                        reserves.stream()
                                .map(each -> new VenueSpec.TermsSteering.Reserve(
                                        each.asset(), each.ltvBps() / WHOLE_BPS, each.thresholdBps() / WHOLE_BPS))
                                .toList(),
                        bounds.leastBps() / WHOLE_BPS,
                        bounds.mostBps() / WHOLE_BPS));
    }
}
