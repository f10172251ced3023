package catallaxy.scenarios.file;

import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.RoleSpec.Route;
import catallaxy.environment.market.role.RoleSpec.Sleeve;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the role of one entry of {@code agents}. */
final class RoleReader {
    private final MarketNames names;
    private final List<Optional<VenueSpec>> venues;
    private final Assets assets;

    /**
     * @param venues empty where one has mistakes
     */
    RoleReader(MarketNames names, List<Optional<VenueSpec>> venues, Assets assets) {
        this.names = names;
        this.venues = venues;
        this.assets = assets;
    }

    Optional<? extends RoleSpec> read(Section.Variant variant) {
        Section section = variant.section();
        return switch (variant.kind()) {
            case "market-maker" -> marketMaker(section);
            case "portfolio" -> portfolio(section);
            case "arbitrage" -> arbitrage(section);
            case "risk" -> risk(section);
            case "trader" -> trader(section);
            default -> throw new IllegalStateException(variant.kind());
        };
    }

    private Optional<RoleSpec> marketMaker(Section section) {
        int venue = section.reference("venue", names.venues());
        double maxInventory = ofBase(section, "max-inventory", venue);
        double quoteSize = ofBase(section, "quote-size", venue);
        double maxOffset = section.number("max-offset-bps");
        double penalty = section.number("inventory-penalty");
        long halfLife = section.nanos("volatility-half-life");
        if (section.isSound()
                && venues.get(venue).filter(VenueSpec.OnChain.class::isInstance).isPresent()) {
            section.reject("venue", "an order book");
        }
        warnOfLot(section, venue, quoteSize);
        return section.build(
                () -> new RoleSpec.MarketMaker(venue, maxInventory, quoteSize, maxOffset, penalty, halfLife));
    }

    /** Whole units of a venue's base asset. */
    private double ofBase(Section section, String key, int venue) {
        AssetAmount amount = section.get(key, ValueKind.AMOUNT);
        if (!section.isSound() || venues.get(venue).isEmpty()) {
            section.rejectConsequence();
            return 0;
        }
        return assets.whole(section, amount, venues.get(venue).get().base());
    }

    private void warnOfLot(Section section, int venue, double quoteSize) {
        if (section.isSound() && venues.get(venue).orElse(null) instanceof VenueSpec.Book book) {
            BigDecimal lot = BigDecimal.valueOf(book.lotUnits(), assets.decimals(book.base()));
            if (quoteSize < lot.doubleValue()) {
                section.warn(
                        "quote-size",
                        "is less than the lot of " + book.id() + ", " + Decimals.render(lot) + " "
                                + assets.symbol(book.base()) + ", so that nothing is quoted");
            }
        }
    }

    private Optional<RoleSpec> portfolio(Section section) {
        List<Sleeve> sleeves = sleeves(section);
        List<Integer> bridges = section.references("bridges", names.bridges());
        double minTrade = section.number("min-trade");
        double slippage = section.number("max-slippage");
        return section.build(() -> new RoleSpec.Portfolio(sleeves, bridges, minTrade, slippage));
    }

    private List<Sleeve> sleeves(Section section) {
        List<Sleeve> sleeves = new ArrayList<>();
        for (int pool : section.references("pools", names.venues())) {
            Optional<VenueSpec> spec = pool < 0 ? Optional.empty() : venues.get(pool);
            if (spec.isEmpty()) {
                section.rejectConsequence();
            } else if (spec.get() instanceof VenueSpec.OnChain pair && pair.quote() == assets.quote()) {
                sleeves.add(new Sleeve(pair.chain(), pair.base(), pool));
            } else {
                section.reject("pools", "pools against the quote asset only");
            }
        }
        return sleeves;
    }

    private Optional<RoleSpec> arbitrage(Section section) {
        List<Route> routes = routes(section);
        double maxTrade = section.number("max-trade");
        double slippage = section.number("max-slippage");
        double rebalance = section.number("rebalance-share");
        List<Integer> bridges = section.references("bridges", names.bridges());
        return section.build(() -> new RoleSpec.Arbitrage(routes, maxTrade, slippage, rebalance, bridges));
    }

    private List<Route> routes(Section section) {
        List<Route> routes = new ArrayList<>();
        for (Section.Item item : section.items("routes")) {
            String[] ends = item.text().split("~", -1);
            int a = names.venues().indexOf(ends[0].strip());
            int b = names.venues().indexOf(ends[ends.length - 1].strip());
            Route route = new Route(a, b);
            if (ends.length != 2 || a < 0 || b < 0 || a == b) {
                section.reject(
                        item,
                        "routes",
                        "two venues with ~ between them, of " + names.venues().expected(),
                        List.of());
            } else if (!samePair(a, b)) {
                section.reject(item, "routes", "two venues with the same base and quote asset", List.of());
            } else if (routes.contains(route) || routes.contains(new Route(b, a))) {
                section.reject(item, "routes", "each route once", List.of());
            }
            routes.add(route);
        }
        return routes;
    }

    private boolean samePair(int a, int b) {
        Optional<VenueSpec> first = venues.get(a);
        Optional<VenueSpec> second = venues.get(b);
        return first.isEmpty()
                || second.isEmpty()
                || (first.get().base() == second.get().base()
                        && first.get().quote() == second.get().quote());
    }

    private Optional<RoleSpec> risk(Section section) {
        List<Integer> supervised = section.references("supervises", names.agents());
        if (supervised.contains(names.agents().indexOf(section.name()))) {
            section.reject("supervises", "other agents than itself");
        }
        return section.build(() -> new RoleSpec.Risk(supervised));
    }

    private Optional<RoleSpec> trader(Section section) {
        List<Integer> where = section.references("venues", names.venues());
        double maxTrade = section.number("max-trade");
        double slippage = section.number("max-slippage");
        return section.build(() -> new RoleSpec.Trader(where, maxTrade, slippage));
    }
}
