package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pool of each asset at both ends. What leaves goes into escrow; when it arrives it joins the pool at its source, and that of its
 * destination pays out. Providers own shares of both pools of an asset together, whose worth grows by the proportional fees; how much
 * they can take out at one end is what is there.
 *
 * <p>A pool is short by {@code d = max(0, T − balance)}, where T is half of what both have. A payout that makes it short by more pays
 * {@code λ (d₁² − d₀²) / 2T}: the marginal rate rises from 0 to λ as the pool empties. These fees stay in a pot of their end; a transfer
 * into a pool that is short gets the part of the pot that it fills of the shortage, {@code pot · min(amount, d) / d}. Fee and reward of
 * Stargate's rebalancing, with one zone in the place of its three (Zarick, Pellegrino and Banister 2021, Delta: Solving the bridging trilemma;
 * https://stargateprotocol.gitbook.io/stargate/developers/eq-fee-projection).
 *
 * @param escrow what is under way
 * @param pools  of the home chain, then of the remote chain
 * @param pots   likewise
 * @param issuer of the shares
 * @param fees   account that earns the fixed fees
 * @param shares by the place of the asset among those carried: the asset that shares are
 */
record LiquidityPools(
        BridgeSpec spec,
        int escrow,
        List<Integer> pools,
        List<Integer> pots,
        int issuer,
        int fees,
        List<Integer> shares)
        implements Custody {
    private static final UInt256 PIPS = UInt256.of(1_000_000);
    private static final UInt256 TWO = UInt256.of(2);

    LiquidityPools {
        pools = List.copyOf(pools);
        pots = List.copyOf(pots);
        shares = List.copyOf(shares);
    }

    static LiquidityPools open(BridgeSpec spec, Ledger ledger) {
        names(spec).forEach(ledger::openAccount);
        ledger.openIssuer(spec.id() + "/issuer");
        for (int asset : spec.assets()) {
            ledger.addAsset(new AssetSpec(
                    shareName(spec, ledger, asset), ledger.assetSpec(asset).decimals()));
        }
        return of(spec, ledger);
    }

    static LiquidityPools of(BridgeSpec spec, Ledger ledger) {
        List<Integer> accounts = names(spec).stream().map(ledger::account).toList();
        List<Integer> shares = new ArrayList<>();
        for (int asset : spec.assets()) {
            shares.add(ledger.asset(shareName(spec, ledger, asset)));
        }
        return new LiquidityPools(
                spec,
                accounts.get(0),
                accounts.subList(1, 3),
                accounts.subList(3, 5),
                ledger.account(spec.id() + "/issuer"),
                accounts.get(5),
                shares);
    }

    private static List<String> names(BridgeSpec spec) {
        return List.of(
                spec.id() + "/escrow",
                spec.id() + "/pool-home",
                spec.id() + "/pool-remote",
                spec.id() + "/pot-home",
                spec.id() + "/pot-remote",
                spec.id() + "/fees");
    }

    private static String shareName(BridgeSpec spec, Ledger ledger, int asset) {
        return spec.id() + "/" + ledger.assetSpec(asset).symbol() + "/LP";
    }

    private static int at(List<Integer> ends, BridgeSpec spec, int chain) {
        return ends.get(chain == spec.homeChain() ? 0 : 1);
    }

    int pool(int chain) {
        return at(pools, spec, chain);
    }

    int pot(int chain) {
        return at(pots, spec, chain);
    }

    int share(int asset) {
        return shares.get(spec.assets().indexOf(asset));
    }

    @Override
    public int sink(int chain) {
        return escrow;
    }

    @Override
    public boolean mints() {
        return false;
    }

    /** What both pools of an asset have. */
    UInt256 total(Ledger ledger, int asset) {
        return ledger.balance(pools.getFirst(), asset).plusExact(ledger.balance(pools.getLast(), asset));
    }

    /** Shares of an asset's pools that there are. */
    UInt256 supply(Ledger ledger, int asset) {
        return ledger.issued(issuer, share(asset));
    }

    private static UInt256 shortBy(UInt256 target, UInt256 balance) {
        return target.isAtLeast(balance) ? target.minusExact(balance) : UInt256.ZERO;
    }

    @Override
    public Charge charge(Ledger ledger, int asset, int toChain, UInt256 amount) {
        int fromChain = spec.otherEnd(toChain);
        Charge plain = Charge.of(spec, ledger, asset, amount);
        UInt256 target = total(ledger, asset).dividedBy(TWO);
        UInt256 missing = shortBy(target, ledger.balance(pool(fromChain), asset));
        UInt256 bonus = missing.isZero()
                ? UInt256.ZERO
                : ledger.balance(pot(fromChain), asset).mulDivFloor(missing.min(amount), missing);
        UInt256 there = ledger.balance(pool(toChain), asset);
        UInt256 after = there.isAtLeast(amount) ? there.minusExact(amount) : UInt256.ZERO;
        return plain.with(imbalanceFee(target, shortBy(target, there), shortBy(target, after)), bonus);
    }

    /** λ (after² − before²) / 2T, rounded up. */
    private UInt256 imbalanceFee(UInt256 target, UInt256 before, UInt256 after) {
        if (target.isZero() || after.compareTo(before) <= 0) {
            return UInt256.ZERO;
        }
        UInt256 squares = after.minusExact(before).timesExact(after.plusExact(before));
        UInt256 divisor = target.timesExact(TWO).timesExact(PIPS);
        return squares.mulDivCeil(UInt256.of(spec.liquidity().imbalanceFeePips()), divisor);
    }

    /** All but the proportional fee leaves the pool. */
    private static UInt256 leaving(Charge charge) {
        return charge.amount().plusExact(charge.bonus()).minusExact(charge.share());
    }

    @Override
    public boolean covers(Ledger ledger, int asset, int toChain, Charge charge) {
        return ledger.covers(pool(toChain), asset, leaving(charge));
    }

    @Override
    public UInt256 capacity(Ledger ledger, int asset, int toChain) {
        return ledger.balance(pool(toChain), asset);
    }

    @Override
    public void pay(Ledger ledger, int asset, int toChain, int receiver, Charge charge) {
        int fromChain = spec.otherEnd(toChain);
        move(ledger, escrow, pool(fromChain), asset, charge.amount());
        move(ledger, pot(fromChain), pool(fromChain), asset, charge.bonus());
        move(ledger, pool(toChain), receiver, asset, charge.received());
        move(ledger, pool(toChain), fees, asset, charge.fixed());
        move(ledger, pool(toChain), pot(toChain), asset, charge.imbalance());
    }

    @Override
    public void refund(Ledger ledger, int asset, int fromChain, int receiver, UInt256 amount) {
        move(ledger, escrow, receiver, asset, amount);
    }

    /** Lets an amount that was on its way into the pool of a chain become part of it; returns the shares that the provider gets for it. */
    UInt256 add(Ledger ledger, int asset, int chain, int provider, UInt256 amount) {
        UInt256 supply = supply(ledger, asset);
        UInt256 total = total(ledger, asset);
        UInt256 minted = supply.isZero() || total.isZero() ? amount : amount.mulDivFloor(supply, total);
        move(ledger, escrow, pool(chain), asset, amount);
        ledger.issue(issuer, provider, share(asset), minted);
        return minted;
    }

    /** Takes out of the pool of a chain what shares are worth, if the provider has them and the pool has as much; returns the amount. */
    Optional<UInt256> remove(Ledger ledger, int asset, int chain, int provider, UInt256 units) {
        if (!ledger.covers(provider, share(asset), units)) {
            return Optional.empty();
        }
        UInt256 amount = worth(ledger, asset, units);
        if (amount.isZero() || !ledger.covers(pool(chain), asset, amount)) {
            return Optional.empty();
        }
        ledger.redeem(provider, issuer, share(asset), units);
        move(ledger, pool(chain), provider, asset, amount);
        return Optional.of(amount);
    }

    /** What shares are worth in the asset, rounded down. */
    UInt256 worth(Ledger ledger, int asset, UInt256 units) {
        UInt256 supply = supply(ledger, asset);
        return supply.isZero() ? UInt256.ZERO : units.mulDivFloor(total(ledger, asset), supply);
    }

    private void move(Ledger ledger, int from, int to, int asset, UInt256 amount) {
        if (!ledger.transfer(from, to, asset, amount)) {
            throw new IllegalStateException("bridge " + spec.id() + ": " + ledger.accountName(from)
                    + " holds less than " + amount + " of asset " + asset);
        }
    }

    @Override
    public boolean balances(Ledger ledger, int asset, UInt256 underWay, UInt256 forged) {
        return ledger.balance(escrow, asset).equals(underWay) && forged.isZero();
    }
}
