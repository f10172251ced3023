package catallaxy.environment.market.role;

import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/** The setter of what collateral is good for, as scenarios name it. */
public final class TermsSetterKind implements RoleKind<TermsSetterSpec> {
    private static final RoleKey BANK = RoleKey.required(
            "bank",
            RoleKey.Type.VENUE,
            "The lending market whose terms it sets, and which names it in its risk-stewards.");
    private static final RoleKey COLLATERALS = new RoleKey(
            "collaterals",
            RoleKey.Type.ASSETS,
            "",
            "[]",
            "Assets whose terms it sets; all collateral where there are none.");
    private static final RoleKey MAX_STEP = RoleKey.number(
            "max-step-bps",
            "1 to 10000",
            "500",
            "Most by which one decision changes loan to value or threshold; the market may allow less.");
    private static final RoleKey MIN_CHANGE =
            RoleKey.number("min-change-bps", "0 to 10000", "25", "Smaller changes are left alone, to save gas.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "half-life", RoleKey.Type.DURATION, "1 s to 365 d", "1 h", "Half-life of the observed volatility.");
    private static final RoleKey INTEREST_WEIGHT = RoleKey.number(
            "interest-weight",
            "0 to 1e9",
            "1",
            "What a unit of interest counts in the reward: more than 1 where a run has more trouble than its share of time.");

    @Override
    public String name() {
        return "terms-setter";
    }

    @Override
    public Class<TermsSetterSpec> spec() {
        return TermsSetterSpec.class;
    }

    @Override
    public String summary() {
        return "Sets what collateral is good for at a lending market, for those who lend there";
    }

    @Override
    public String detail() {
        return """
                Chooses loan to value and liquidation threshold of each collateral at each epoch, a bounded step at a time; observes
                utilisation, rates, volatility, the health of borrowers, and bad debt. It is rewarded with the interest that
                borrowers pay less the growth of bad debt. What it owns is for gas.""";
    }

    @Override
    public String cadence() {
        return "10 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(BANK, COLLATERALS, MAX_STEP, MIN_CHANGE, HALF_LIFE, INTEREST_WEIGHT);
    }

    @Override
    public TermsSetterSpec read(RoleSettings settings) {
        TermsSetterSpec read = settings.record(TermsSetterSpec.class);
        settings.spec(read.bank()).ifPresent(venue -> check(settings, venue, read));
        return read;
    }

    private static void check(RoleSettings settings, VenueSpec venue, TermsSetterSpec read) {
        TermsSetterSpec.steered(venue)
                .filter(market -> market.stewards().contains(settings.agent()))
                .ifPresentOrElse(
                        market -> check(settings, market, read.collaterals()),
                        () -> settings.reject(
                                BANK, "a lending market with " + settings.agent() + " among its risk-stewards"));
    }

    private static void check(RoleSettings settings, VenueSpec.TermsSteering market, List<Integer> wanted) {
        List<Integer> collaterals = TermsSetterSpec.collaterals(market, List.of()).stream()
                .map(VenueSpec.TermsSteering.Reserve::asset)
                .toList();
        if (!collaterals.containsAll(wanted)) {
            settings.reject(
                    COLLATERALS,
                    "assets that are collateral there ("
                            + String.join(
                                    ", ",
                                    collaterals.stream().map(settings::symbol).toList()) + ")");
        }
    }

    @Override
    public String example() {
        return "bank = guarded, holdings { mainnet { ETH = 1 } }";
    }

    @Override
    public List<ExampleVenue> exampleVenues(String agent) {
        return List.of(new ExampleVenue(
                "guarded",
                "{ kind = lending, chain = mainnet, assets = [ETH, USDC], supply = [worth 100000, 100000],"
                        + " risk-stewards = [" + agent + "] }"));
    }
}
