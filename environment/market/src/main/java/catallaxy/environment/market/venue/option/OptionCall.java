package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** What participants ask of a market of options; quantities in base units of the underlying. */
public sealed interface OptionCall extends Call.OfVenue {
    /** A call about the options of one series. */
    sealed interface OfSeries extends OptionCall {
        /** Index of the series. */
        int series();
    }

    /**
     * Buys options, closing what the caller has written first; gives what they cost.
     *
     * @param most base units of the quote asset that it pays at most
     */
    record BuyOptions(int venue, int series, UInt256 quantity, UInt256 most) implements OfSeries {
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
    record SellOptions(int venue, int series, UInt256 quantity, UInt256 least) implements OfSeries {
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
    record SettleOptions(int venue, int series) implements OfSeries {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(series);
        }

        static SettleOptions load(StateReader in) {
            return new SettleOptions(in.int32(), in.int32());
        }
    }

    /**
     * Gives the vault of an asset, for shares of it; gives how many.
     *
     * @param asset base or quote
     * @param least shares that the caller wants at least
     */
    record DepositInOptionVault(int venue, int asset, Amount amount, UInt256 least) implements OptionCall {
        public DepositInOptionVault {
            Checks.present("amount", "an amount", amount);
            Checks.present("least", "a number of shares", least);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue).int32(asset));
            least.save(out);
        }

        static DepositInOptionVault load(StateReader in) {
            return new DepositInOptionVault(in.int32(), in.int32(), Amount.load(in), UInt256.load(in));
        }
    }

    /**
     * Gives shares back for an asset of the vault, of which the vault must have as much to spare; gives how much.
     *
     * @param asset base or quote
     * @param least base units of it that the caller wants at least
     */
    record WithdrawFromOptionVault(int venue, UInt256 shares, int asset, UInt256 least) implements OptionCall {
        public WithdrawFromOptionVault {
            Checks.present("shares", "a number of shares", shares);
            Checks.present("least", "an amount", least);
        }

        @Override
        public void save(StateWriter out) {
            shares.save(out.int32(venue));
            least.save(out.int32(asset));
        }

        static WithdrawFromOptionVault load(StateReader in) {
            int venue = in.int32();
            UInt256 shares = UInt256.load(in);
            return new WithdrawFromOptionVault(venue, shares, in.int32(), UInt256.load(in));
        }
    }

    /** Adds to the caller's margin, in the quote asset; gives what was added. */
    record PostWriterMargin(int venue, Amount amount) implements OptionCall {
        public PostWriterMargin {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue));
        }

        static PostWriterMargin load(StateReader in) {
            return new PostWriterMargin(in.int32(), Amount.load(in));
        }
    }

    /** Takes from the caller's margin what need not be there; gives it. */
    record TakeWriterMargin(int venue, UInt256 amount) implements OptionCall {
        public TakeWriterMargin {
            Checks.present("amount", "an amount", amount);
        }

        @Override
        public void save(StateWriter out) {
            amount.save(out.int32(venue));
        }

        static TakeWriterMargin load(StateReader in) {
            return new TakeWriterMargin(in.int32(), UInt256.load(in));
        }
    }

    /**
     * Closes all options of a writer whose margin is below what must be there, for a bonus; gives that.
     *
     * @param writer ledger account
     */
    record LiquidateWriter(int venue, int writer) implements OptionCall {
        @Override
        public void save(StateWriter out) {
            out.int32(venue).int32(writer);
        }

        static LiquidateWriter load(StateReader in) {
            return new LiquidateWriter(in.int32(), in.int32());
        }
    }
}
