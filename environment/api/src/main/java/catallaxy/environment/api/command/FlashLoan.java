package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Borrows assets of a venue for the length of a call, whichever protocol lends them. In {@code then}, the first {@link Amount.Given} are
 * the amounts of the loans in their order, then what is owed of each, fee included. Afterwards the lender takes from the sender what it
 * has not yet been {@link Call.Pay paid}; what is not repaid reverts the whole. Gives what each loan cost.
 *
 * @param venue that lends
 * @param loans of one asset each
 * @param then  what the sender does with them
 */
public record FlashLoan(int venue, List<Loan> loans, Call then) implements Call.OfVenue {
    /** So many base units of an asset. */
    public record Loan(int asset, UInt256 amount) {
        public Loan {
            Checks.present("amount", "an amount", amount);
        }
    }

    public FlashLoan {
        loans = Checks.elements("loans", "a loan", loans);
        Checks.present("then", "a call", then);
        Checks.that(!loans.isEmpty(), "loans", "at least one", "none");
        boolean once = loans.stream().mapToInt(Loan::asset).distinct().count() == loans.size();
        Checks.that(once, "loans", "another asset each", "one twice");
        Checks.inRange("calls in each other", 1 + then.nested(), 1, MAX_NESTED);
    }

    /** A loan of one asset. */
    public FlashLoan(int venue, int asset, UInt256 amount, Call then) {
        this(venue, List.of(new Loan(asset, amount)), then);
    }

    /** How much of an asset is lent; zero of one that is not. */
    public UInt256 amount(int asset) {
        for (Loan each : loans) {
            if (each.asset() == asset) {
                return each.amount();
            }
        }
        return UInt256.ZERO;
    }

    @Override
    public int nested() {
        return 1 + then.nested();
    }

    /** The lists of assets and amounts with their offsets and lengths, the receiver, and the call. */
    @Override
    public long dataBytes() {
        return FUNCTION_BYTES + (5 + 2L * loans.size()) * WORD_BYTES + Call.bytesWithin(then);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(venue).int32(loans.size());
        loans.forEach(each -> each.amount().save(out.int32(each.asset())));
        then.write(out);
    }

    /** Reads what {@link #save} wrote; the call inside by {@code inner}. */
    public static FlashLoan load(StateReader in, CallReader inner) {
        int venue = in.int32();
        List<Loan> loans = new ArrayList<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            loans.add(new Loan(in.int32(), UInt256.load(in)));
        }
        return new FlashLoan(venue, loans, inner.read(in));
    }
}
