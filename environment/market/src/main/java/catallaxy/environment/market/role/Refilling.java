package catallaxy.environment.market.role;

import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
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
    /** A command counts as just sent for so long, until it shows in what is pending or in transit. */
    private static final long SETTLING_NANOS = 60_000_000_000L;

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
        this.bridging = new Bridging(bridges);
    }

    int memorySize() {
        return places.length * assets.length;
    }

    int registerCount() {
        return assets.length;
    }

    void open(MarketEngine market, Seat seat) {
        for (int place = 0; place < places.length; place++) {
            for (int asset = 0; asset < assets.length; asset++) {
                seat.memory()[place * assets.length + asset] = free(market, seat, place, asset);
            }
        }
    }

    /** Sends what refills are due. */
    void step(MarketEngine market, Seat seat, int firstRegister) {
        for (int asset = 0; asset < assets.length; asset++) {
            boolean underWay = market.timeNanos() < seat.registers()[firstRegister + asset]
                    || market.inTransit(seat.participant(), assets[asset]);
            if (!underWay && refill(market, seat, asset)) {
                seat.registers()[firstRegister + asset] = market.timeNanos() + SETTLING_NANOS;
            }
        }
    }

    private boolean refill(MarketEngine market, Seat seat, int asset) {
        for (int place = 0; place < places.length; place++) {
            double initial = initial(seat, place, asset);
            double missing = initial - free(market, seat, place, asset);
            if (missing > (1 - share) * initial && fetch(market, seat, place, asset, missing)) {
                return true;
            }
        }
        return false;
    }

    private boolean fetch(MarketEngine market, Seat seat, int to, int asset, double missing) {
        int source = -1;
        double most = missing * LEAST_SHARE;
        for (int from = 0; from < places.length; from++) {
            double surplus = free(market, seat, from, asset) - initial(seat, from, asset);
            if (surplus > most && bridging.connects(market, places[from], places[to], assets[asset])) {
                most = surplus;
                source = from;
            }
        }
        double amount = StrictMath.min(missing, most);
        return source >= 0
                && bridging.move(market, seat.participant(), places[source], places[to], assets[asset], amount);
    }

    private double initial(Seat seat, int place, int asset) {
        return seat.memory()[place * assets.length + asset];
    }

    private double free(MarketEngine market, Seat seat, int place, int asset) {
        return Gas.spendable(market, seat.participant(), places[place], assets[asset]);
    }
}
