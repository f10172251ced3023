package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of one thing each account has at a contract, base units. Immutable.
 *
 * @param each  by account; nobody with none
 * @param total their sum
 */
record AccountBalances(Map<Integer, UInt256> each, UInt256 total) {
    static final AccountBalances NONE = new AccountBalances(new TreeMap<>(), UInt256.ZERO);

    UInt256 of(int account) {
        return each.getOrDefault(account, UInt256.ZERO);
    }

    /** The same with another balance of an account. */
    AccountBalances with(int account, UInt256 balance) {
        Map<Integer, UInt256> next = new TreeMap<>(each);
        next.put(account, balance);
        next.values().removeIf(UInt256::isZero);
        return new AccountBalances(next, total.minusExact(of(account)).plusExact(balance));
    }

    AccountBalances plus(int account, UInt256 more) {
        return with(account, of(account).plusExact(more));
    }

    AccountBalances minus(int account, UInt256 less) {
        return with(account, of(account).minusExact(less));
    }

    void save(StateWriter out) {
        out.int32(each.size());
        each.forEach((account, balance) -> balance.save(out.int32(account)));
    }

    static AccountBalances load(StateReader in) {
        AccountBalances balances = NONE;
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            int account = in.int32();
            balances = balances.with(account, UInt256.load(in));
        }
        return balances;
    }
}
