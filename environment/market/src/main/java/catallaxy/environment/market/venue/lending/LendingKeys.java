package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.oracle.OracleKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a lending market in scenario files, and the reserves that they describe. */
final class LendingKeys {
    private static final VenueKey SUPPLY = VenueKey.quantities(
            "supply", "What the founder has supplied of each asset at the start, as `[500 ETH, 1000000 USDC]`.");
    private static final VenueKey LTV = part(
            "ltv-bps", "[7500]", 0, 10_000, "Part of a collateral's worth that can be borrowed; 0 for no collateral.");
    private static final VenueKey THRESHOLD =
            part("threshold-bps", "[8000]", 0, 10_000, "Part of it that debts may reach before they are liquidated.");
    private static final VenueKey BONUS = part(
            "bonus-bps",
            "[500]",
            1,
            10_000,
            "What a liquidator gets of a collateral beyond the worth of what it pays.");
    private static final VenueKey PROTOCOL_FEE =
            part("protocol-fee-bps", "[1000]", 0, 10_000, "Part of that bonus that the treasury gets.");
    private static final VenueKey RESERVE_FACTOR =
            part("reserve-factor-bps", "[1000]", 0, 10_000, "Part of the interest that the treasury gets.");
    private static final VenueKey OPTIMUM =
            part("optimal-usage-bps", "[8000]", 1, 10_000, "Utilisation at which the rate's curve bends.");
    private static final VenueKey BASE =
            part("base-rate-bps", "[0]", 0, 1_000_000, "What borrowers pay a year at no utilisation.");
    private static final VenueKey SLOPE_1 =
            part("slope1-bps", "[400]", 0, 1_000_000, "What that rises by up to the bend.");
    private static final VenueKey SLOPE_2 =
            part("slope2-bps", "[7500]", 0, 1_000_000, "What it rises by from the bend to full utilisation.");
    private static final VenueKey FLASH =
            VenueKey.number("flash-premium-bps", "5", 0, 10_000, "What a flash loan costs.");
    private static final VenueKey FLASH_PROTOCOL =
            VenueKey.number("flash-protocol-bps", "0", 0, 10_000, "Part of that premium that the treasury gets.");

    private static final VenueKey SUPPLY_CAP = part(
            "supply-cap", "[0]", 0, 6e10, "Whole units of each asset that may be supplied in all; 0 for any number.");
    private static final VenueKey BORROW_CAP =
            part("borrow-cap", "[0]", 0, 6e10, "Whole units of each asset that may be owed in all; 0 for any number.");
    static final VenueKey STEWARDS = VenueKey.names(
            "risk-stewards",
            "Participants who may set what collateral is good for: names of agents, and of groups of kind `risk-steward`.");
    private static final VenueKey STEP = VenueKey.number(
            "risk-step-bps", "500", 0, 10_000, "Most by which they may change loan to value or threshold at once.");
    private static final VenueKey DELAY =
            VenueKey.number("risk-delay-seconds", "600", 0, 31_536_000, "Least time between two such changes.");
    private static final VenueKey LEAST =
            VenueKey.number("risk-least-threshold-bps", "3000", 1, 10_000, "Least threshold that they may set.");
    private static final VenueKey MOST =
            VenueKey.number("risk-most-threshold-bps", "9000", 1, 10_000, "Greatest threshold that they may set.");

    private static final VenueKey MODE = part(
            "efficiency-mode",
            "[0]",
            0,
            255,
            "Efficiency mode to which each asset belongs, by its number from 1 on; 0 for none.");
    private static final VenueKey MODE_LTV = VenueKey.list(
            "efficiency-ltv-bps",
            "[9300]",
            1,
            10_000,
            "Loan to value of each efficiency mode, above that of its assets; one alone is that of all.");
    private static final VenueKey MODE_THRESHOLD = VenueKey.list(
            "efficiency-threshold-bps",
            "[9500]",
            1,
            10_000,
            "Threshold of each efficiency mode, above that of its assets; one alone is that of all.");
    private static final VenueKey MODE_BONUS = VenueKey.list(
            "efficiency-bonus-bps",
            "[100]",
            1,
            10_000,
            "Liquidator's bonus of each efficiency mode; one alone is that of all.");

    static final List<VenueKey> ALL = Stream.concat(
                    Stream.of(
                            SUPPLY,
                            LTV,
                            THRESHOLD,
                            BONUS,
                            PROTOCOL_FEE,
                            RESERVE_FACTOR,
                            OPTIMUM,
                            BASE,
                            SLOPE_1,
                            SLOPE_2,
                            FLASH,
                            FLASH_PROTOCOL,
                            SUPPLY_CAP,
                            BORROW_CAP,
                            STEWARDS,
                            STEP,
                            DELAY,
                            LEAST,
                            MOST,
                            MODE,
                            MODE_LTV,
                            MODE_THRESHOLD,
                            MODE_BONUS),
                    OracleKeys.ALL.stream())
            .toList();

    /** A ten-thousandth of one per cent, with 27 decimals. */
    private static final UInt256 RAY_MICRO_BPS = UInt256.parse("1" + "0".repeat(17));

    private LendingKeys() {}

    private static VenueKey part(String name, String initial, double low, double high, String meaning) {
        return VenueKey.numbers(name, initial, low, high, meaning);
    }

    static FlashLending.Terms flash(VenueSettings settings) {
        return new FlashLending.Terms(Math.round(settings.number(FLASH)), Math.round(settings.number(FLASH_PROTOCOL)));
    }

    static RiskBounds bounds(VenueSettings settings) {
        long most = Math.round(settings.number(MOST));
        return new RiskBounds(
                Math.round(settings.number(STEP)),
                Math.round(settings.number(DELAY)),
                Math.round(settings.number(LEAST)),
                most);
    }

    static EfficiencyModes modes(VenueSettings settings) {
        List<Integer> ofReserve = settings.numbersOfEach(MODE).stream()
                .map(each -> Math.toIntExact(Math.round(each)))
                .toList();
        List<Double> ltv = settings.numbers(MODE_LTV);
        List<Double> threshold = settings.numbers(MODE_THRESHOLD);
        List<Double> bonus = settings.numbers(MODE_BONUS);
        int count = ofReserve.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (count == 0) {
            return EfficiencyModes.NONE;
        }
        List<EfficiencyMode> modes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            modes.add(new EfficiencyMode(
                    Math.round(ofMode(ltv, "efficiencyLtvBps", i, count)),
                    Math.round(ofMode(threshold, "efficiencyThresholdBps", i, count)),
                    PercentMath.WHOLE_BPS + Math.round(ofMode(bonus, "efficiencyBonusBps", i, count))));
        }
        return new EfficiencyModes(modes, ofReserve);
    }

    private static double ofMode(List<Double> given, String component, int mode, int count) {
        Checks.that(given.size() == 1 || given.size() == count, component, "one number, or one a mode", given);
        return given.get(given.size() == 1 ? 0 : mode);
    }

    static List<LendingTerms> reserves(VenueSettings settings) {
        Columns columns = new Columns(settings);
        List<LendingTerms> reserves = new ArrayList<>();
        for (int i = 0; i < settings.assets().size(); i++) {
            reserves.add(columns.reserve(i));
        }
        return reserves;
    }

    /** What each key says of every asset. */
    private static final class Columns {
        private final List<Integer> assets;
        private final List<UInt256> supply;
        private final List<Double> ltv;
        private final List<Double> threshold;
        private final List<Double> bonus;
        private final List<Double> protocolFee;
        private final List<Double> reserveFactor;
        private final List<Double> optimum;
        private final List<Double> base;
        private final List<Double> slope1;
        private final List<Double> slope2;
        private final List<Double> supplyCap;
        private final List<Double> borrowCap;

        Columns(VenueSettings settings) {
            assets = settings.assets();
            supply = settings.unitsOfEach(SUPPLY, -1);
            ltv = settings.numbersOfEach(LTV);
            threshold = settings.numbersOfEach(THRESHOLD);
            bonus = settings.numbersOfEach(BONUS);
            protocolFee = settings.numbersOfEach(PROTOCOL_FEE);
            reserveFactor = settings.numbersOfEach(RESERVE_FACTOR);
            optimum = settings.numbersOfEach(OPTIMUM);
            base = settings.numbersOfEach(BASE);
            slope1 = settings.numbersOfEach(SLOPE_1);
            slope2 = settings.numbersOfEach(SLOPE_2);
            supplyCap = settings.numbersOfEach(SUPPLY_CAP);
            borrowCap = settings.numbersOfEach(BORROW_CAP);
        }

        LendingTerms reserve(int i) {
            long thresholdBps = Math.round(threshold.get(i));
            return new LendingTerms(
                    assets.get(i),
                    Math.round(ltv.get(i)),
                    thresholdBps,
                    thresholdBps == 0 ? 0 : PercentMath.WHOLE_BPS + Math.round(bonus.get(i)),
                    Math.round(reserveFactor.get(i)),
                    Math.round(protocolFee.get(i)),
                    new RateCurve(ray(optimum.get(i)), ray(base.get(i)), ray(slope1.get(i)), ray(slope2.get(i))),
                    supply.get(i),
                    Math.round(supplyCap.get(i)),
                    Math.round(borrowCap.get(i)));
        }

        private static UInt256 ray(double bps) {
            return UInt256.of(Math.round(bps * 1e6)).timesExact(RAY_MICRO_BPS);
        }
    }
}
