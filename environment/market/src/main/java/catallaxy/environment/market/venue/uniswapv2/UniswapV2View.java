package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.ConstantProductPool;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a pair offers those who decide, in whole units. */
final class UniswapV2View implements Quoting, ConstantProductPool, CumulativePrice, FlashLender {
    private static final double DUST = 1e-6;
    private static final int PRICE_BITS = 112;

    private final int venue;
    private final V2Pair pair;
    private final Ledger ledger;
    private final int base;
    private final int quote;

    UniswapV2View(int venue, V2Pair pair, Ledger ledger) {
        this.venue = venue;
        this.pair = pair;
        this.ledger = ledger;
        this.base = pair.accounts().asset0();
        this.quote = pair.accounts().asset1();
    }

    @Override
    public double price() {
        return quote() / base();
    }

    @Override
    public double feeRate() {
        return pair.feePerMille() / 1e3;
    }

    @Override
    public double out(int assetIn, double in) {
        return ConstantProduct.amountOut(in, reserve(assetIn), reserve(other(assetIn)), feeRate());
    }

    @Override
    public Optional<UInt256> outUnits(int assetIn, UInt256 in) {
        return Optional.of(pair.amountOut(assetIn == base, in).amount());
    }

    @Override
    public double in(int assetOut, double out) {
        return ConstantProduct.amountIn(out, reserve(other(assetOut)), reserve(assetOut), feeRate());
    }

    @Override
    public double inTo(int assetIn, double rate) {
        return ConstantProduct.inputToRate(reserve(assetIn), reserve(other(assetIn)), feeRate(), rate);
    }

    @Override
    public double inForDrop(int assetIn, double drop) {
        return ConstantProduct.inputForDrop(reserve(assetIn), feeRate(), drop);
    }

    @Override
    public Iterator<Stretch> stretches(int assetIn) {
        Stretch whole = new Stretch(reserve(assetIn), reserve(other(assetIn)), Double.POSITIVE_INFINITY, feeRate());
        return List.of(whole).iterator();
    }

    @Override
    public double dust(int asset) {
        return DUST * reserve(asset);
    }

    @Override
    public Call swap(int assetIn, Amount in, UInt256 least) {
        return new Call.Swap(List.of(venue), assetIn, in, least);
    }

    @Override
    public UInt256 cumulative(int asset, long seconds) {
        UInt256 sum = asset == base ? pair.price0Cumulative() : pair.price1Cumulative();
        if (pair.reserve0().isZero() || pair.reserve1().isZero()) {
            return sum;
        }
        UInt256 price = asset == base
                ? priceX112(pair.reserve1(), pair.reserve0())
                : priceX112(pair.reserve0(), pair.reserve1());
        long elapsed = Integer.toUnsignedLong((int) (seconds - pair.timestampLast()));
        return sum.plusWrapping(price.timesExact(UInt256.of(elapsed)));
    }

    private static UInt256 priceX112(UInt256 given, UInt256 of) {
        return given.shiftLeft(PRICE_BITS).dividedBy(of);
    }

    @Override
    public UInt256 meanX112(int asset, UInt256 earlier, UInt256 later, long seconds) {
        return later.minusWrapping(earlier).dividedBy(UInt256.of(seconds));
    }

    @Override
    public int flashVenue() {
        return venue;
    }

    @Override
    public List<Integer> flashLocks() {
        return List.of(venue);
    }

    @Override
    public List<Integer> flashAssets() {
        return List.of(base, quote);
    }

    /** All but one: the pair gives nobody its last unit. */
    @Override
    public UInt256 flashMost(int asset) {
        UInt256 reserve = asset == base ? pair.reserve0() : pair.reserve1();
        return reserve.isZero() ? reserve : reserve.minusExact(UInt256.ONE);
    }

    @Override
    public UInt256 flashFee(int asset, UInt256 amount) {
        return V2Library.flashFee(amount, pair.feePerMille());
    }

    private double reserve(int asset) {
        return asset == base ? base() : quote();
    }

    private int other(int asset) {
        return asset == base ? quote : base;
    }

    @Override
    public double base() {
        return ledger.toWhole(base, pair.reserve0());
    }

    @Override
    public double quote() {
        return ledger.toWhole(quote, pair.reserve1());
    }

    @Override
    public UInt256 shares(int account) {
        return ledger.balance(account, pair.accounts().shares());
    }

    @Override
    public UInt256 totalShares() {
        return pair.totalShares(ledger);
    }

    /** {@code 2 √(x y p q)} for reserves x and y of assets at p and q: the least worth that arbitrage can leave them. */
    @Override
    public double worthAt(double basePrice, double quotePrice) {
        return 2 * StrictMath.sqrt(base() * basePrice) * StrictMath.sqrt(quote() * quotePrice);
    }

    /** {@code √(x y q / p)}: half of the worth is in base. */
    @Override
    public double baseAt(double basePrice, double quotePrice) {
        return worthAt(basePrice, quotePrice) / (2 * basePrice);
    }

    @Override
    public Call add(UInt256 mostBase, UInt256 mostQuote, UInt256 leastBase, UInt256 leastQuote) {
        return new Call.AddLiquidity(venue, mostBase, mostQuote, leastBase, leastQuote);
    }

    @Override
    public Call remove(Amount shares, UInt256 leastBase, UInt256 leastQuote) {
        return new Call.RemoveLiquidity(venue, shares, leastBase, leastQuote);
    }
}
