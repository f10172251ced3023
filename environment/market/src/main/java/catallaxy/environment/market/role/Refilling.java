package catallaxy.environment.market.role;

import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.Gas;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings assets back to the places that ran short of them: where the free holding of an asset is below the given share of
 * what it was at the opening, the difference is fetched from the place that has most more than at its opening. One refill
 * of an asset is under way at a time.
 */
final class Refilling {
    /** A surplus below this share of what is missing is not worth sending. */
    private static final double LEAST_SHARE = 0.1;
    /** A refill is not sent again for so long, whatever becomes of it. */
    private static final long SETTLING_NANOS = 60_000_000_000L;

    private static final int NOWHERE = -1;

    private final int[] places;
    private final int[] assets;
    private final double share;
    private final Bridging bridging;

    Refilling(EngineSpec engine, List<Integer> venues, double share, List<Integer> bridges) {
        this.places = venues.stream()
                .mapToInt(engine::placeOfVenue)
                .distinct()
                .sorted()
                .toArray();
        this.assets = venues.stream()
                .map(engine.venues()::get)
                .flatMap(venue -> Stream.of(venue.base(), venue.quote()))
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
        this.share = share;
        this.bridging = new Bridging(engine, bridges);
    }

    int memorySize() {
        return places.length * assets.length;
    }

    /** For each asset until when its latest refill settles, and where from it is still to depart. */
    int registerCount() {
        return 2 * assets.length;
    }

    void open(MarketView market, Seat seat) {
        for (int place = 0; place < places.length; place++) {
            for (int asset = 0; asset < assets.length; asset++) {
                seat.memory()[place * assets.length + asset] = free(market, seat, place, asset);
            }
        }
    }

    /** Sends what refills are due. */
    void step(MarketView market, Gateway gateway, Seat seat, int firstRegister) {
        for (int asset = 0; asset < assets.length; asset++) {
            int at = firstRegister + 2 * asset;
            boolean underWay = isDeparting(market, seat, at)
                    || market.holdings(seat.participant()).inTransit(assets[asset])
                    || market.timeNanos() < seat.registers()[at];
            int source = underWay ? NOWHERE : refill(market, gateway, seat, asset);
            if (source != NOWHERE) {
                seat.registers()[at] = market.timeNanos() + SETTLING_NANOS;
                seat.registers()[at + 1] = source + 1L;
            }
        }
    }

    /** Whether the latest refill may still wait at its source, where nothing shows it as under way. */
    private static boolean isDeparting(MarketView market, Seat seat, int at) {
        int source = (int) seat.registers()[at + 1] - 1;
        boolean waits = source >= 0 && market.dealings(seat.participant()).pending(source) > 0;
        seat.registers()[at + 1] = waits ? source + 1 : 0;
        return waits;
    }

    /** Sends a refill if one is due; returns where from. */
    private int refill(MarketView market, Gateway gateway, Seat seat, int asset) {
        for (int place = 0; place < places.length; place++) {
            double initial = initial(seat, place, asset);
            double missing = initial - free(market, seat, place, asset);
            int source =
                    missing > (1 - share) * initial ? fetch(market, gateway, seat, place, asset, missing) : NOWHERE;
            if (source != NOWHERE) {
                return source;
            }
        }
        return NOWHERE;
    }

    private int fetch(MarketView market, Gateway gateway, Seat seat, int to, int asset, double missing) {
        int source = -1;
        double most = missing * LEAST_SHARE;
        for (int from = 0; from < places.length; from++) {
            double surplus = free(market, seat, from, asset) - initial(seat, from, asset);
            if (surplus > most && bridging.connects(places[from], places[to], assets[asset])) {
                most = surplus;
                source = from;
            }
        }
        double amount = StrictMath.min(missing, most);
        boolean sent = source >= 0 && bridging.move(market, gateway, places[source], places[to], assets[asset], amount);
        return sent ? places[source] : NOWHERE;
    }

    private double initial(Seat seat, int place, int asset) {
        return seat.memory()[place * assets.length + asset];
    }

    private double free(MarketView market, Seat seat, int place, int asset) {
        return Gas.spendable(market, seat.participant(), places[place], assets[asset]);
    }
}
