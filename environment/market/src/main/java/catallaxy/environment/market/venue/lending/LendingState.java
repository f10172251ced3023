package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.fit128;
import static catallaxy.environment.market.venue.lending.CheckedMath.minus;
import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.RayMath.rayDiv;
import static catallaxy.environment.market.venue.lending.RayMath.rayMul;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that changes in a lending market but the assets it holds: its reserves and who has what in them. Claims and debts move
 * here by scaled amounts, as tokens of claims and of debts do; the sum of all positions is the reserve's. Owned by its pool.
 */
final class LendingState {
    private final ReserveConfig[] configs;
    /** When somebody last set a reserve's terms, seconds; −1 before the first time. */
    private final long[] setAt;

    private final ReserveState[] reserves;
    /** By ledger account. */
    private LendingPosition[] positions = new LendingPosition[0];
    /** By ledger account, beside the positions: the efficiency mode that it has chosen. */
    private int[] chosen = new int[0];

    private final EfficiencyModes modes;

    private final LendingPosition none;

    LendingState(List<ReserveConfig> configs, EfficiencyModes modes) {
        this.modes = modes;
        this.configs = configs.toArray(new ReserveConfig[0]);
        this.setAt = new long[configs.size()];
        Arrays.fill(setAt, -1);
        this.reserves = new ReserveState[configs.size()];
        Arrays.fill(reserves, ReserveState.NEW);
        this.none = LendingPosition.none(configs.size());
    }

    int reserves() {
        return reserves.length;
    }

    ReserveConfig config(int reserve) {
        return configs[reserve];
    }

    /** The terms of a reserve for an account, in the efficiency mode that it has chosen. */
    ReserveConfig config(int account, int reserve) {
        return modes.terms(configs[reserve], reserve, mode(account));
    }

    EfficiencyModes modes() {
        return modes;
    }

    /** The efficiency mode of an account, 0 for none. */
    int mode(int account) {
        return account < chosen.length ? chosen[account] : 0;
    }

    void mode(int account, int mode) {
        position(account, position(account));
        chosen[account] = mode;
    }

    /** The terms of all reserves. */
    List<ReserveConfig> configs() {
        return List.of(configs);
    }

    /** When a reserve's terms were last set, seconds; −1 before the first time. */
    long setAt(int reserve) {
        return setAt[reserve];
    }

    /** Sets terms from a second on. */
    void config(int reserve, ReserveConfig terms, long now) {
        configs[reserve] = terms;
        setAt[reserve] = now;
    }

    ReserveState reserve(int reserve) {
        return reserves[reserve];
    }

    /** One more than the highest account that ever had a position. */
    int accounts() {
        return positions.length;
    }

    LendingPosition position(int account) {
        return account < positions.length ? positions[account] : none;
    }

    private void position(int account, LendingPosition position) {
        if (account >= positions.length) {
            int had = positions.length;
            positions = Arrays.copyOf(positions, account + 1);
            chosen = Arrays.copyOf(chosen, account + 1);
            Arrays.fill(positions, had, positions.length, none);
        }
        positions[account] = position;
    }

    void collateral(int account, int reserve, boolean whether) {
        position(account, position(account).collateral(reserve, whether));
    }

    void borrowing(int account, int reserve, boolean whether) {
        position(account, position(account).borrowing(reserve, whether));
    }

    /** Adds interest until now. */
    void accrue(int reserve, long now) {
        reserves[reserve] = reserves[reserve].accrued(now, configs[reserve].reserveFactorBps());
    }

    /** Sets the rates that follow from what the reserve holds once so much has come and gone. */
    void rate(int reserve, UInt256 balance, UInt256 added, UInt256 taken) {
        reserves[reserve] = reserves[reserve].rated(configs[reserve], balance, added, taken);
    }

    /** Shares a premium among suppliers and the treasury. */
    void premium(int reserve, UInt256 toSuppliers, UInt256 toTreasury) {
        reserves[reserve] = reserves[reserve].withPremium(toSuppliers, toTreasury);
    }

    /** Takes what the treasury has accrued; scaled. */
    UInt256 takeAccrued(int reserve) {
        UInt256 accrued = reserves[reserve].accruedToTreasury();
        reserves[reserve] = reserves[reserve].withTreasury(UInt256.ZERO);
        return accrued;
    }

    /** What an account has supplied, base units at an index, to the nearest. */
    UInt256 supplied(int account, int reserve, UInt256 index) {
        return rayMul(position(account).supplied().get(reserve), index);
    }

    /** What an account owes, base units at an index, to the nearest. */
    UInt256 owed(int account, int reserve, UInt256 index) {
        return rayMul(position(account).owed().get(reserve), index);
    }

    /** Adds to what an account has supplied; whether it had nothing. */
    boolean supply(int account, int reserve, UInt256 amount, UInt256 index) {
        UInt256 scaled = scaled(amount, index, LendingError.INVALID_MINT_AMOUNT);
        UInt256 had = position(account).supplied().get(reserve);
        reserves[reserve] = reserves[reserve].withSupply(plus(reserves[reserve].scaledSupply(), scaled));
        position(account, position(account).withSupplied(reserve, fit128(plus(had, scaled))));
        return had.isZero();
    }

    /** Takes from what an account has supplied. */
    void withdraw(int account, int reserve, UInt256 amount, UInt256 index) {
        UInt256 scaled = scaled(amount, index, LendingError.INVALID_BURN_AMOUNT);
        UInt256 had = position(account).supplied().get(reserve);
        reserves[reserve] = reserves[reserve].withSupply(minus(reserves[reserve].scaledSupply(), scaled));
        position(account, position(account).withSupplied(reserve, minus(had, scaled)));
    }

    /** Moves a claim from one account to another. */
    void move(int from, int to, int reserve, UInt256 amount, UInt256 index) {
        UInt256 scaled = fit128(rayDiv(amount, index));
        UInt256 had = position(from).supplied().get(reserve);
        position(from, position(from).withSupplied(reserve, minus(had, scaled)));
        UInt256 got = position(to).supplied().get(reserve);
        position(to, position(to).withSupplied(reserve, fit128(plus(got, scaled))));
    }

    /** Adds to what an account owes; whether it owed nothing. */
    boolean borrow(int account, int reserve, UInt256 amount, UInt256 index) {
        UInt256 scaled = scaled(amount, index, LendingError.INVALID_MINT_AMOUNT);
        UInt256 had = position(account).owed().get(reserve);
        reserves[reserve] = reserves[reserve].withDebt(plus(reserves[reserve].scaledDebt(), scaled));
        position(account, position(account).withOwed(reserve, fit128(plus(had, scaled))));
        return had.isZero();
    }

    /** Takes from what an account owes. */
    void repay(int account, int reserve, UInt256 amount, UInt256 index) {
        UInt256 scaled = scaled(amount, index, LendingError.INVALID_BURN_AMOUNT);
        UInt256 had = position(account).owed().get(reserve);
        reserves[reserve] = reserves[reserve].withDebt(minus(reserves[reserve].scaledDebt(), scaled));
        position(account, position(account).withOwed(reserve, minus(had, scaled)));
    }

    private static UInt256 scaled(UInt256 amount, UInt256 index, LendingError none) {
        UInt256 scaled = rayDiv(amount, index);
        none.unless(!scaled.isZero());
        return fit128(scaled);
    }

    /** An independent state; what it consists of is immutable and shared. */
    LendingState copy() {
        LendingState copy = new LendingState(configs(), modes);
        copy.restore(this);
        return copy;
    }

    void restore(LendingState earlier) {
        System.arraycopy(earlier.configs, 0, configs, 0, configs.length);
        System.arraycopy(earlier.setAt, 0, setAt, 0, setAt.length);
        System.arraycopy(earlier.reserves, 0, reserves, 0, reserves.length);
        positions = earlier.positions.clone();
        chosen = earlier.chosen.clone();
    }

    /** Writes the reserves, and the positions in which there is something, by account. */
    void save(StateWriter out) {
        for (int i = 0; i < configs.length; i++) {
            out.int64(configs[i].ltvBps()).int64(configs[i].thresholdBps()).int64(setAt[i]);
        }
        for (ReserveState each : reserves) {
            each.save(out);
        }
        long count = Arrays.stream(positions).filter(each -> !each.isNothing()).count();
        out.int32(Math.toIntExact(count));
        for (int account = 0; account < positions.length; account++) {
            if (!positions[account].isNothing()) {
                positions[account].save(out.int32(account));
            }
        }
        if (!modes.all().isEmpty()) {
            out.int32(chosen.length);
            for (int each : chosen) {
                out.int32(each);
            }
        }
    }

    static LendingState load(StateReader in, List<ReserveConfig> configs, EfficiencyModes modes) {
        LendingState state = new LendingState(configs, modes);
        for (int i = 0; i < state.configs.length; i++) {
            state.config(i, configs.get(i).withCollateral(in.int64(), in.int64()), in.int64());
        }
        for (int i = 0; i < state.reserves.length; i++) {
            state.reserves[i] = ReserveState.load(in);
        }
        int last = -1;
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            int account = in.int32();
            if (account <= last) {
                throw new CorruptStateException("lending: position of account " + account + " after " + last);
            }
            state.position(account, LendingPosition.load(in, configs.size()));
            last = account;
        }
        if (!modes.all().isEmpty()) {
            int accounts = in.count(Integer.BYTES);
            for (int account = 0; account < accounts; account++) {
                state.choose(account, in.int32());
            }
        }
        return state;
    }

    private void choose(int account, int mode) {
        if (!modes.has(mode)) {
            throw new CorruptStateException("lending: efficiency mode " + mode + " of account " + account);
        }
        mode(account, mode);
    }
}
