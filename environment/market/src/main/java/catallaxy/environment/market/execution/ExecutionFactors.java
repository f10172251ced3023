package catallaxy.environment.market.execution;

import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factors;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.role.PriceVariance;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.Optional;

/** The numbers that an executor sees: of the seat, of each chain, and of each option. */
final class ExecutionFactors {
    private ExecutionFactors() {}

    /** What is looked at for an observation: of each chain its opportunity, of each option its offer. */
    record Sight(
            MarketView market,
            Seat seat,
            List<Optional<ChainOpportunity>> opportunities,
            List<Optional<ExecutionOffer>> offers) {
        /** What a desk shows of a market now. */
        static Sight of(ExecutionDesk desk, MarketView market, Seat seat) {
            List<Optional<ChainOpportunity>> opportunities = desk.opportunities(market);
            return new Sight(market, seat, opportunities, desk.offers(market, seat, opportunities));
        }

        double remembered(int slot) {
            return seat.memory()[slot];
        }

        double best(int chain) {
            return opportunities.get(chain).map(each -> each.best().spent()).orElse(0.0);
        }

        double profit(int chain) {
            return opportunities.get(chain).map(each -> each.best().profit()).orElse(0.0);
        }
    }

    /** Those of a desk in a run of such a length. */
    static Factors<Sight> of(ExecutionDesk desk, long durationNanos) {
        Factors.Listing<Sight> all = Factors.<Sight>list()
                .nonNegative(
                        Quantity.TIME_REMAINING.ofSeat(),
                        "s",
                        seen -> (durationNanos - seen.market().timeNanos()) / 1e9)
                .any(
                        Quantity.EQUITY.ofSeat(),
                        "quote",
                        seen -> seen.market()
                                .holdings(seen.seat().participant())
                                .equityAtVenues())
                .bounded(
                        Quantity.RISK_SCALE.ofSeat(),
                        "1",
                        0,
                        1,
                        seen -> seen.seat().scale())
                .bounded(ExecutionFeatures.ENDED.ofSeat(), "1", 0, 1, seen -> seen.remembered(ExecutionMemory.ENDED))
                .any(ExecutionFeatures.REALISED.ofSeat(), "quote", seen -> seen.remembered(ExecutionMemory.REALISED))
                .any(ExecutionFeatures.REWARD.ofSeat(), "quote", seen -> seen.remembered(ExecutionMemory.REWARD))
                .bounded(
                        ExecutionFeatures.SUCCEEDED.ofSeat(),
                        "1",
                        0,
                        1,
                        seen -> seen.remembered(ExecutionMemory.SUCCEEDED))
                .nonNegative(ExecutionFeatures.SECONDS.ofSeat(), "s", seen -> seen.remembered(ExecutionMemory.SECONDS));
        for (int i = 0; i < desk.chains().size(); i++) {
            list(all, desk, i, desk.variances().get(i));
        }
        for (int i = 0; i < desk.options().size(); i++) {
            list(all, i, desk.options().get(i));
        }
        return all.done();
    }

    private static void list(Factors.Listing<Sight> all, ExecutionDesk desk, int at, PriceVariance variance) {
        int chain = desk.chains().get(at);
        Subject of = new Subject.Chain(desk.engine().chains().get(chain).id());
        all.bounded(
                        ExecutionFeatures.ROUTE.of(of),
                        "index",
                        0,
                        desk.spec().routes().size(),
                        seen -> seen.opportunities()
                                .get(at)
                                .map(ChainOpportunity::route)
                                .orElse(0))
                .nonNegative(Quantity.BEST_TRADE.of(of), "quote", seen -> seen.best(at))
                .nonNegative(Quantity.BEST_PROFIT.of(of), "quote", seen -> seen.profit(at))
                .nonNegative(
                        ExecutionFeatures.BASE_FEE.of(of),
                        "gwei",
                        seen -> seen.market().chain(chain).baseFeeWei() / 1e9)
                .nonNegative(Quantity.VOLATILITY.of(of), "1/√year", seen -> variance.perRootYear(seen.seat()))
                .nonNegative(
                        Quantity.QUOTE_AVAILABLE.of(of),
                        "quote",
                        seen -> Gas.spendable(
                                seen.market(),
                                seen.seat().participant(),
                                chain,
                                desk.engine().quoteAsset()));
    }

    private static void list(Factors.Listing<Sight> all, int at, ExecutionOption option) {
        Subject of = new Subject.Chain(option.label());
        all.nonNegative(
                        ExecutionFeatures.GAIN.of(of),
                        "quote",
                        seen -> seen.offers()
                                .get(at)
                                .map(each -> StrictMath.max(0, each.gain()))
                                .orElse(0.0))
                .nonNegative(
                        ExecutionFeatures.LOAN_FEE.of(of),
                        "quote",
                        seen -> seen.offers().get(at).map(ExecutionOffer::fee).orElse(0.0))
                .nonNegative(
                        Quantity.GAS_COST.of(of),
                        "quote",
                        seen -> seen.offers().get(at).map(ExecutionOffer::gas).orElse(0.0));
    }
}
