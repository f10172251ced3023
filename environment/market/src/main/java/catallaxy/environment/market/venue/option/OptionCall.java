package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** What participants ask of a market of options; quantities in base units of the underlying. */
public sealed interface OptionCall extends Call.OfVenue {
    /**
     * Buys options, closing what the caller has written first; gives what they cost.
     *
     * @param most base units of the quote asset that it pays at most
     */
    record BuyOptions(int venue, int series, UInt256 quantity, UInt256 most) implements OptionCall {
        public BuyOptions {
            Checks.present("quantity", "a quantity", quantity);
            Checks.present("most", "an amount", most);
        }

        @Override
        public void save(StateWriter out) {
            quantity.save(out.int32(venue).int32(series));
            most.save(out);
        }

        static BuyOptions load(StateReader in) {
            return new BuyOptions(in.int32(), in.int32(), UInt256.load(in), UInt256.load(in));
        }
    }

    /**
     * Sells options, and writes those that the caller does not have, for which it posts collateral; gives what they bring.
     *
     * @param least base units of the quote asset that it wants at least
     */
    record SellOptions(int venue, int series, UInt256 quantity, UInt256 least) implements OptionCall {
        public SellOptions {
            Checks.present("quantity", "a quantity", quantity);
            Checks.present("least", "an amount", least);
        }

        @Override
        public void save(StateWriter out) {
            quantity.save(out.int32(venue).int32(series));
            least.save(out);
        }

        static SellOptions load(StateReader in) {
            return new SellOptions(in.int32(), in.int32(), UInt256.load(in), UInt256.load(in));
        }
    }

    /**
     * After expiry, takes what the caller's options of a series are worth, or what is left of its collateral; gives that. The first call of
     * whatever kind after expiry fixes the price.
     */
    record SettleOptions(int venue, int series) implements OptionCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(series);
        }

        static SettleOptions load(StateReader in) {
            return new SettleOptions(in.int32(), in.int32());
        }
    }

    /** Index of the series. */
    int series();
}
