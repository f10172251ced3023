package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What a group owns at the start. At each place where its venues settle: half its capital in the quote assets of its
 * venues there, half in their base assets, both in equal parts at the world's initial prices; on a chain also a
 * quarter of the capital, not counted in it, in the chain's gas asset. At a lending market what is borrowed stands for the quote
 * asset, and what may be left for it for the base; for a derivative all is in the quote asset.
 */
final class Endowing {
    private static final double GAS_SHARE = 0.25;

    private Endowing() {}

    static List<Endowment> of(Group group, MarketEngine market) {
        EngineSpec spec = market.spec();
        List<Endowment> endowments = new ArrayList<>();
        group.venues().stream().map(spec::placeOfVenue).distinct().sorted().forEach(place -> {
            add(endowments, market, place, assets(group, spec, place, quotes(market)), group.capitalQuote() / 2);
            add(endowments, market, place, assets(group, spec, place, bases(market)), group.capitalQuote() / 2);
            if (place < spec.chains().size()) {
                int gasAsset = spec.chains().get(place).gas().gasAsset();
                add(endowments, market, place, List.of(gasAsset), group.capitalQuote() * GAS_SHARE);
            }
        });
        return endowments;
    }

    private static IntFunction<List<Integer>> quotes(MarketEngine market) {
        return venue -> market.venue(venue, Lending.class)
                .map(lending -> List.of(LoanAssets.debt(market, lending)))
                .orElseGet(() -> traded(market, venue, MarketMap.Venue::quote));
    }

    private static IntFunction<List<Integer>> bases(MarketEngine market) {
        return venue -> market.venue(venue, Lending.class)
                .map(lending -> LoanAssets.collaterals(market, lending))
                .orElseGet(() -> traded(
                        market,
                        venue,
                        Means.isMargined(market, venue) ? MarketMap.Venue::quote : MarketMap.Venue::base));
    }

    /** One of a venue's two assets; none where it trades none. */
    private static List<Integer> traded(MarketEngine market, int venue, ToIntFunction<MarketMap.Venue> side) {
        return market.spec().venues().get(venue).isPair()
                ? List.of(side.applyAsInt(market.map().venue(venue)))
                : List.of();
    }

    private static List<Integer> assets(Group group, EngineSpec spec, int place, IntFunction<List<Integer>> side) {
        return group.venues().stream()
                .filter(venue -> spec.placeOfVenue(venue) == place)
                .flatMap(venue -> side.apply(venue).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void add(
            List<Endowment> endowments, MarketEngine market, int place, List<Integer> assets, double quoteUnits) {
        for (int asset : assets) {
            double amount = quoteUnits / assets.size() / market.worldPrice(asset);
            endowments.add(new Endowment(place, asset, market.toUnits(asset, amount)));
        }
    }
}
