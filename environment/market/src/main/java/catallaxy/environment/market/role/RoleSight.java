package catallaxy.environment.market.role;

import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketView;

/** What a role looks at for an observation: at least the market, and the seat that it is for. */
interface RoleSight {
    MarketView market();

    Seat seat();

    default Holdings holdings() {
        return market().holdings(seat().participant());
    }

    default double equityAtVenues() {
        return holdings().equityAtVenues();
    }

    default double riskScale() {
        return seat().scale();
    }

    default double secondsUntil(long timeNanos) {
        return (timeNanos - market().timeNanos()) / 1e9;
    }
}
