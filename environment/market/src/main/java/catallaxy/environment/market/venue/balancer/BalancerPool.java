package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.ONE;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.minus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.overDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.overUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.plus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.times;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Ledger;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * One pool of a vault: its terms, its balances in the vault, and what it asks and gives, in base units. Owned by the vault, which moves
 * what the pool computes.
 * Source: {@code WeightedPool} as deployed on 2021-04-18 and {@code StablePool} as deployed on 2022-06-09, with protocol fees of zero.
 */
public final class BalancerPool {
    private static final UInt256 MINIMUM_SHARES = UInt256.of(1_000_000);
    private static final int BALANCE_BITS = 112;

    private final BalancerTerms terms;
    private final BalancerShares shares;
    private final List<Integer> assets;
    private final UInt256[] multipliers;
    private final UInt256 fee;
    private UInt256[] balances;

    BalancerPool(BalancerTerms terms, BalancerShares shares, List<Integer> assets) {
        this.terms = terms;
        this.shares = shares;
        this.assets = List.copyOf(assets);
        multipliers = terms.decimals().stream()
                .map(each -> UInt256.of(BigInteger.TEN.pow(BalancerTerms.DECIMALS - each)))
                .toArray(UInt256[]::new);
        fee = UInt256.of(terms.swapFee());
        balances = new UInt256[multipliers.length];
        Arrays.fill(balances, UInt256.ZERO);
    }

    /** What it was made with. */
    public BalancerTerms terms() {
        return terms;
    }

    /** Where its shares are. */
    public BalancerShares shares() {
        return shares;
    }

    /** Its assets, as numbers of the ledger. */
    public List<Integer> assets() {
        return assets;
    }

    /** Its balance of one of its assets, base units below 2^112. */
    public UInt256 balance(int index) {
        return balances[index];
    }

    /** The invariant of its balances, 18 decimals, rounded down. */
    UInt256 invariant() {
        return terms.curve().invariant(scaled(balances));
    }

    /** Position of an asset of the ledger. */
    int index(int asset) {
        int index = assets.indexOf(asset);
        BalancerRevert.unless(index >= 0, BalancerError.TOKEN_NOT_REGISTERED);
        return index;
    }

    /** What a swap would take or give, base units. */
    UInt256 computed(boolean givenIn, int in, int out, UInt256 amount) {
        UInt256[] scaled = scaled(balances);
        if (givenIn) {
            UInt256 kept = minus(amount, mulUp(amount, fee));
            UInt256 given = times(kept, multipliers[in]);
            return overDown(terms.curve().outGivenIn(scaled, in, out, given), multipliers[out]);
        }
        UInt256 asked = terms.curve().inGivenOut(scaled, in, out, times(amount, multipliers[out]));
        return divUp(overUp(asked, multipliers[in]), minus(ONE, fee));
    }

    /** What a way in asks and gives. */
    BalancerChange join(Ledger ledger, BalancerJoin join) {
        UInt256 supply = shares.total(ledger);
        BalancerRevert.unless(join instanceof BalancerJoin.First == supply.isZero(), BalancerError.UNINITIALIZED);
        return switch (join) {
            case BalancerJoin.First(List<UInt256> amounts) -> first(amounts(amounts));
            case BalancerJoin.ExactIn(List<UInt256> amounts, UInt256 least) -> {
                UInt256[] in = amounts(amounts);
                UInt256 out = terms.curve().sharesForExactIn(scaled(balances), scaled(in), supply, fee);
                BalancerRevert.unless(out.isAtLeast(least), BalancerError.BPT_OUT_MIN_AMOUNT);
                yield new BalancerChange(in, out);
            }
            case BalancerJoin.ForShares(UInt256 exact, int asset, UInt256 most) -> {
                checkIndex(asset);
                UInt256 in = terms.curve().inForShares(scaled(balances), asset, exact, supply, fee);
                UInt256 paid = overUp(in, multipliers[asset]);
                BalancerRevert.unless(!most.isLessThan(paid), BalancerError.JOIN_ABOVE_MAX);
                yield new BalancerChange(only(asset, paid), exact);
            }
        };
    }

    private BalancerChange first(UInt256[] amounts) {
        UInt256 out = terms.curve().firstShares(scaled(amounts));
        BalancerRevert.unless(out.isAtLeast(MINIMUM_SHARES), BalancerError.MINIMUM_BPT);
        return new BalancerChange(amounts, out);
    }

    /** Shares of the first deposit that nobody gets. */
    static UInt256 minimumShares() {
        return MINIMUM_SHARES;
    }

    /** What a way out gives and asks. */
    BalancerChange exit(Ledger ledger, BalancerExit exit) {
        UInt256 supply = shares.total(ledger);
        return switch (exit) {
            case BalancerExit.Single(UInt256 exact, int asset, UInt256 least) -> {
                checkIndex(asset);
                UInt256 out = terms.curve().outForShares(scaled(balances), asset, exact, supply, fee);
                UInt256 paid = overDown(out, multipliers[asset]);
                BalancerRevert.unless(paid.isAtLeast(least), BalancerError.EXIT_BELOW_MIN);
                yield new BalancerChange(only(asset, paid), exact);
            }
            case BalancerExit.Proportional(UInt256 exact, List<UInt256> least) ->
                proportional(exact, amounts(least), supply);
            case BalancerExit.ExactOut(List<UInt256> amounts, UInt256 most) -> {
                UInt256[] out = amounts(amounts);
                UInt256 asked = terms.curve().sharesForExactOut(scaled(balances), scaled(out), supply, fee);
                BalancerRevert.unless(!most.isLessThan(asked), BalancerError.BPT_IN_MAX_AMOUNT);
                yield new BalancerChange(out, asked);
            }
        };
    }

    private BalancerChange proportional(UInt256 exact, UInt256[] least, UInt256 supply) {
        UInt256 ratio = divDown(exact, supply);
        UInt256[] out = scaled(balances);
        for (int i = 0; i < out.length; i++) {
            out[i] = overDown(mulDown(out[i], ratio), multipliers[i]);
            BalancerRevert.unless(out[i].isAtLeast(least[i]), BalancerError.EXIT_BELOW_MIN);
        }
        return new BalancerChange(out, exact);
    }

    private UInt256[] amounts(List<UInt256> amounts) {
        BalancerRevert.unless(amounts.size() == balances.length, BalancerError.INPUT_LENGTH_MISMATCH);
        return amounts.toArray(UInt256[]::new);
    }

    private void checkIndex(int asset) {
        BalancerRevert.unless(asset >= 0 && asset < balances.length, BalancerError.OUT_OF_BOUNDS);
    }

    private UInt256[] only(int asset, UInt256 amount) {
        UInt256[] amounts = new UInt256[balances.length];
        Arrays.fill(amounts, UInt256.ZERO);
        amounts[asset] = amount;
        return amounts;
    }

    private UInt256[] scaled(UInt256[] amounts) {
        UInt256[] scaled = new UInt256[amounts.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = times(amounts[i], multipliers[i]);
        }
        return scaled;
    }

    /** The balances with amounts more of each. */
    UInt256[] raised(UInt256[] by) {
        UInt256[] changed = new UInt256[balances.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = plus(balances[i], by[i]);
            BalancerRevert.unless(changed[i].bitLength() <= BALANCE_BITS, BalancerError.BALANCE_TOTAL_OVERFLOW);
        }
        return changed;
    }

    /** The balances with amounts less of each. */
    UInt256[] lowered(UInt256[] by) {
        UInt256[] changed = new UInt256[balances.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = minus(balances[i], by[i]);
        }
        return changed;
    }

    /** Takes over balances. */
    void become(UInt256[] changed) {
        balances = changed;
    }

    /** The balances, in an array that never changes. */
    UInt256[] balances() {
        return balances;
    }

    BalancerPool copy() {
        BalancerPool copy = new BalancerPool(terms, shares, assets);
        copy.balances = balances;
        return copy;
    }

    void save(StateWriter out) {
        out.int32(shares.asset()).int32(shares.issuer()).int32(shares.nobody());
        for (UInt256 balance : balances) {
            balance.save(out);
        }
    }

    static BalancerPool load(StateReader in, BalancerTerms terms, List<Integer> assets) {
        BalancerShares shares = new BalancerShares(in.int32(), in.int32(), in.int32());
        BalancerPool pool = new BalancerPool(terms, shares, assets);
        UInt256[] balances = new UInt256[assets.size()];
        Arrays.setAll(balances, _ -> UInt256.load(in));
        pool.become(balances);
        return pool;
    }
}
