package catallaxy.environment.market.execution;

import catallaxy.environment.market.role.RoleKey;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.environment.market.role.RoleSettings;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;

/** The executor, as scenarios name it. */
public final class ExecutionKind implements RoleKind<ExecutionSpec> {
    private static final RoleKey ROUTES = RoleKey.required(
            "routes",
            RoleKey.Type.ROUTES,
            "Pairs of contracts of one chain that trade the same asset against the quote asset, such as here~there.");
    private static final RoleKey METHODS = new RoleKey(
            "methods",
            RoleKey.Type.WORDS,
            "",
            "[base, l2, flash, \"l2+flash\"]",
            "How it may execute: with own money on a chain or on a rollup, or with a flash loan there.");
    private static final RoleKey MAX_TRADE =
            RoleKey.number("max-trade", "above 0", "100000", "Largest trade, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage",
            "0 to 1",
            "0.5",
            "Share of the promised gain by which a trade may fall short at a slippage multiplier of 1, else it reverts.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "half-life", RoleKey.Type.DURATION, "1 s to 365 d", "10 m", "Half-life of the observed volatility.");
    private static final RoleKey GAS_WEIGHT = RoleKey.number(
            "gas-weight",
            "0 to 1000000",
            "0.1",
            "Weight in the reward of gas saved against the option with the dearest gas.");
    private static final RoleKey SPEED_WEIGHT = RoleKey.number(
            "speed-weight", "0 to 1000000", "0.001", "Quote units of reward that a second of waiting costs.");
    private static final RoleKey SUCCESS_WEIGHT = RoleKey.number(
            "success-weight",
            "0 to 1000000",
            "0.1",
            "Quote units of reward for an execution, and against one that reverts or is dropped.");

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public Class<ExecutionSpec> spec() {
        return ExecutionSpec.class;
    }

    @Override
    public String summary() {
        return "Chooses on which chain, with whose money, how large and with how much slippage a trade is executed";
    }

    @Override
    public String detail() {
        return """
                Of each chain the trade of its routes that earns most is known, exactly; the seat chooses the chain, own money or one of
                the chain's flash lenders, a part of the size, and the slippage. One execution is under way at a time.""";
    }

    @Override
    public String cadence() {
        return "12 s";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(ROUTES, METHODS, MAX_TRADE, MAX_SLIPPAGE, HALF_LIFE, GAS_WEIGHT, SPEED_WEIGHT, SUCCESS_WEIGHT);
    }

    @Override
    public ExecutionSpec read(RoleSettings settings) {
        for (RoleSpec.Route route : settings.routes(ROUTES)) {
            Optional<VenueSpec> a = settings.spec(route.venueA());
            Optional<VenueSpec> b = settings.spec(route.venueB());
            if (a.isPresent() && b.isPresent() && !ExecutionDesk.fits(a.get(), b.get(), settings.quoteAsset())) {
                settings.reject(ROUTES, ExecutionDesk.FITTING);
            }
        }
        return settings.record(
                ExecutionSpec.class,
                new RoleSettings.Given("routes", settings.routes(ROUTES)),
                new RoleSettings.Given("methods", settings.words(METHODS, ExecutionMethod.words())));
    }

    @Override
    public String example() {
        return "routes = [mainnet-ETH-USDC~second], holdings { mainnet { ETH = 1, USDC = 10000 } }";
    }

    @Override
    public List<ExampleVenue> exampleVenues(String agent) {
        return List.of(new ExampleVenue(
                "second",
                "{ kind = uniswap-v2, chain = mainnet, base = ETH, quote = USDC, reserve-base = worth 1000000,"
                        + " reserve-quote = 1000000 }"));
    }
}
