package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import java.util.List;

/**
 * The way of a fund's claims and loan to a {@link LendingPlan}, a step at a time: it pays back or, where nothing is due, takes out,
 * supplies and borrows, each a transaction of its own, so that one which the market refuses stops no other.
 *
 * <p>Nothing is taken out, and nothing borrowed, that would leave the health factor below the floor at the oracle's present price; in a
 * step that takes something out, nothing is borrowed. When no more than a reserve is left for gas, it only pays back and takes out. Where cash is lacking for what is due, a part of what is supplied is taken out, sold
 * and paid back within one transaction, which leaves the health factor higher than it was.
 */
final class LendingSteps {
    private static final int PATIENCE_BLOCKS = 5;
    private static final double ROUNDING = 1e-6;

    /** Part of what is due by which more is sold, so that its price may fall and yet all is paid. */
    private static final double SPARE = 0.005;

    /** Part of a loan below which adjustments of it are left alone. */
    private static final double SMALL = 0.01;

    private final FundLending place;
    private final List<RoleSpec.Sleeve> sleeves;
    private final double maxSlippage;
    private final int quote;

    LendingSteps(FundLending place, EngineSpec engine, RoleSpec.Portfolio spec) {
        this.place = place;
        this.sleeves = spec.sleeves();
        this.maxSlippage = spec.maxSlippage();
        this.quote = engine.quoteAsset();
    }

    /**
     * Takes the next step.
     *
     * @param least quote units below which an adjustment is left alone, but for one to nothing
     * @return whether anything was sent
     */
    boolean step(MarketView market, Gateway gateway, Seat seat, LendingPlan plan, double least) {
        if (UnderWay.on(market, seat, place.chain())) {
            return false;
        }
        if (repay(market, gateway, seat, plan, least)) {
            return true;
        }
        boolean withdrawn = withdraw(market, gateway, seat, plan, least);
        if (!place.hasGas(market, seat)) {
            return withdrawn;
        }
        boolean supplied = supply(market, gateway, seat, plan, least);
        boolean borrowed = !withdrawn && borrow(market, gateway, seat, plan, least);
        return withdrawn || supplied || borrowed;
    }

    /** Whether nothing is owed and nothing supplied, or about to be. */
    boolean done(MarketView market, Seat seat) {
        boolean free = place.owed(market, seat) == 0;
        for (double each : place.supplied(market, seat)) {
            free &= each == 0;
        }
        return free && !UnderWay.on(market, seat, place.chain());
    }

    private Lending lending(MarketView market) {
        return place.lending(market);
    }

    private boolean send(MarketView market, Gateway gateway, Call call) {
        return Gas.send(market, gateway, place.chain(), call, PATIENCE_BLOCKS);
    }

    private boolean repay(MarketView market, Gateway gateway, Seat seat, LendingPlan plan, double least) {
        double owed = place.owed(market, seat);
        boolean unsound = owed * (1 - ROUNDING) > place.most(market, place.supplied(market, seat));
        boolean worthIt = plan.due() >= StrictMath.max(least, SMALL * owed) || plan.owed() == 0 || unsound;
        if (!(plan.due() > 0) || !worthIt) {
            return false;
        }
        double cash = Gas.spendable(market, seat.participant(), place.chain(), quote);
        if (plan.owed() == 0 && cash >= owed * (1 + ROUNDING)) {
            return send(market, gateway, lending(market).repay(quote, Amount.all()));
        }
        double paid = StrictMath.min(plan.due(), cash);
        UInt256 units = market.map().units(quote, paid);
        boolean enough = paid >= StrictMath.min(plan.due(), SMALL * owed) && !units.isZero();
        return enough
                ? send(market, gateway, lending(market).repay(quote, Amount.of(units)))
                : place.sees(market) && payWithCollateral(market, gateway, seat, plan.due());
    }

    /**
     * Pays with what is supplied of the quote asset, or else of the first asset that can be taken out and sold; with the gas asset first
     * where gas is short, of which more is then taken out.
     */
    private boolean payWithCollateral(MarketView market, Gateway gateway, Seat seat, double due) {
        List<Integer> assets = place.assets();
        boolean isShort = assets.stream().anyMatch(asset -> place.neededForGas(market, seat, asset) > 0);
        for (int asset : isShort ? assets : assets.reversed()) {
            double gas = place.neededForGas(market, seat, asset);
            double most = StrictMath.min(
                    takeable(market, seat, asset, LoanStanding.PASSING_HEALTH) - gas,
                    asset == quote ? due : sellable(market, asset, due));
            UInt256 units = most > 0 ? market.map().units(asset, most) : UInt256.ZERO;
            if (!units.isZero() && send(market, gateway, payment(market, asset, units, gas))) {
                return true;
            }
        }
        return false;
    }

    /** What pays for so much, and no more than moves the pool's price by the seat's slippage. */
    private double sellable(MarketView market, int asset, double due) {
        Quoting pool = market.offered(pool(asset), Quoting.class);
        double needed = pool.in(quote, due) * (1 + SPARE);
        double most = StrictMath.min(needed, pool.inForDrop(asset, maxSlippage));
        return most >= pool.dust(asset) ? most : 0;
    }

    /** In the batch, 0 is what was taken out and 1 what its sale gave. */
    private Call payment(MarketView market, int asset, UInt256 units, double gas) {
        Lending lending = lending(market);
        Call out =
                lending.withdraw(asset, Amount.of(units.plusExact(market.map().units(asset, gas))));
        if (asset == quote) {
            return new Call.Batch(List.of(out, lending.repay(quote, Amount.of(units))));
        }
        Quoting pool = market.offered(pool(asset), Quoting.class);
        double whole = market.map().whole(asset, units);
        UInt256 least = market.map().units(quote, pool.out(asset, whole) * (1 - maxSlippage));
        Call swap = pool.swap(asset, Amount.of(units), least);
        return new Call.Batch(List.of(out, swap, lending.repay(quote, Amount.given(1))));
    }

    private int pool(int asset) {
        return sleeves.stream()
                .filter(sleeve -> sleeve.chain() == place.chain() && sleeve.asset() == asset)
                .findFirst()
                .orElseThrow()
                .pool();
    }

    /** What can be taken out of an asset while the present debt keeps a health factor. */
    private double takeable(MarketView market, Seat seat, int asset, double health) {
        Lending lending = lending(market);
        double supplied = place.supplied(market, seat, place.chain(), asset);
        double most = StrictMath.min(supplied, lending.held(asset));
        double debt = place.owed(market, seat) * lending.price(quote());
        double covers = lending.loanToValue(asset) > 0 ? lending.threshold(asset) * lending.price(asset) : 0;
        if (!(debt > 0) || covers == 0) {
            return most;
        }
        LoanStanding standing = LoanStanding.of(lending, place.assets(), place.supplied(market, seat));
        return StrictMath.min(most, standing.spare(debt, health) / covers);
    }

    private int quote() {
        return place.lendsQuote() ? quote : place.assets().getFirst();
    }

    private boolean withdraw(MarketView market, Gateway gateway, Seat seat, LendingPlan plan, double least) {
        boolean owes = place.owed(market, seat) > 0;
        boolean sent = false;
        for (int i = 0; i < plan.supplied().length; i++) {
            boolean blind = owes && !place.sees(market);
            if (!blind && !(owes && sent)) {
                sent |= withdraw(market, gateway, seat, place.assets().get(i), plan.supplied()[i], least);
            }
        }
        return sent;
    }

    private boolean withdraw(MarketView market, Gateway gateway, Seat seat, int asset, double wanted, double least) {
        double supplied = place.supplied(market, seat, place.chain(), asset);
        double most = takeable(market, seat, asset, place.healthFloor());
        double surplus = supplied - wanted;
        double gas = place.neededForGas(market, seat, asset);
        boolean small = worth(market, asset, surplus) < least;
        if (!(surplus > 0) || (small && wanted > 0 && gas == 0)) {
            return false;
        }
        if (wanted == 0 && most >= supplied) {
            return send(market, gateway, lending(market).withdraw(asset, Amount.all()));
        }
        double taken = StrictMath.min(surplus, most);
        UInt256 units = market.map().units(asset, taken);
        return !units.isZero()
                && (small || gas > 0 || worth(market, asset, taken) >= least)
                && send(market, gateway, lending(market).withdraw(asset, Amount.of(units)));
    }

    private static double worth(MarketView market, int asset, double whole) {
        return whole * (asset == market.map().quoteAsset() ? 1 : market.prices().atVenues(asset));
    }

    private boolean supply(MarketView market, Gateway gateway, Seat seat, LendingPlan plan, double least) {
        boolean sent = false;
        for (int i = 0; i < plan.supplied().length; i++) {
            int asset = place.assets().get(i);
            double lacking = plan.supplied()[i] - place.supplied(market, seat, place.chain(), asset);
            double given = StrictMath.min(lacking, place.supplyable(market, seat, asset) * (1 - ROUNDING));
            UInt256 units = given > 0 ? market.map().units(asset, given) : UInt256.ZERO;
            boolean worthIt = !units.isZero() && worth(market, asset, given) >= least;
            sent |= worthIt && send(market, gateway, lending(market).supply(asset, Amount.of(units)));
        }
        return sent;
    }

    private boolean borrow(MarketView market, Gateway gateway, Seat seat, LendingPlan plan, double least) {
        double owed = place.owed(market, seat);
        double lacking = plan.owed() - owed;
        if (!place.sees(market) || !(lacking >= StrictMath.max(least, SMALL * plan.owed()))) {
            return false;
        }
        double account =
                lending(market).borrowable(market.holdings(seat.participant()).account(place.chain()), quote);
        UInt256 units = market.map().units(quote, StrictMath.min(lacking, account * (1 - ROUNDING)));
        return !units.isZero() && send(market, gateway, lending(market).borrow(quote, Amount.of(units)));
    }
}
