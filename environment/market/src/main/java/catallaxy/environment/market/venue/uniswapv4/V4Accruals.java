package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * What a manager holds for others besides its pools: protocol fees of each currency, and claims (ERC-6909) of each account. Owned by its
 * manager. Source: {@code ProtocolFees.sol}, {@code ERC6909.sol} of v4-core 1.0.2.
 */
public final class V4Accruals {
    private static final int PROTOCOL = -1;

    private record Claim(int owner, int currency) implements Comparable<Claim> {
        private static final Comparator<Claim> ORDER =
                Comparator.comparingInt(Claim::owner).thenComparingInt(Claim::currency);

        @Override
        public int compareTo(Claim other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of each that is not zero; the protocol's under an owner of its own. */
    private final TreeMap<Claim, UInt256> amounts = new TreeMap<>();

    V4Accruals() {}

    /** Protocol fees that nobody has collected, base units. */
    public UInt256 protocolFees(int currency) {
        return claims(PROTOCOL, currency);
    }

    /** Claims of an account on a currency, base units. */
    public UInt256 claims(int owner, int currency) {
        return amounts.getOrDefault(new Claim(owner, currency), UInt256.ZERO);
    }

    void addProtocolFee(int currency, UInt256 amount, Undo undo) {
        set(new Claim(PROTOCOL, currency), protocolFees(currency).plusWrapping(amount), undo);
    }

    void takeProtocolFees(int currency, UInt256 amount, Undo undo) {
        burn(PROTOCOL, currency, amount, undo);
    }

    void mint(int owner, int currency, UInt256 amount, Undo undo) {
        UInt256 before = claims(owner, currency);
        V4Revert.unless(!before.plusOverflows(amount), V4Cast.PANIC);
        set(new Claim(owner, currency), before.plusExact(amount), undo);
    }

    void burn(int owner, int currency, UInt256 amount, Undo undo) {
        UInt256 before = claims(owner, currency);
        V4Revert.unless(before.isAtLeast(amount), V4Cast.PANIC);
        set(new Claim(owner, currency), before.minusExact(amount), undo);
    }

    private void set(Claim claim, UInt256 amount, Undo undo) {
        UInt256 before = claims(claim.owner(), claim.currency());
        undo.add(() -> put(claim, before));
        put(claim, amount);
    }

    private void put(Claim claim, UInt256 amount) {
        if (amount.isZero()) {
            amounts.remove(claim);
        } else {
            amounts.put(claim, amount);
        }
    }

    V4Accruals copy() {
        V4Accruals copy = new V4Accruals();
        copy.restore(this);
        return copy;
    }

    void restore(V4Accruals earlier) {
        amounts.clear();
        amounts.putAll(earlier.amounts);
    }

    void save(StateWriter out) {
        out.int32(amounts.size());
        amounts.forEach((claim, amount) -> amount.save(out.int32(claim.owner()).int32(claim.currency())));
    }

    static V4Accruals load(StateReader in) {
        V4Accruals read = new V4Accruals();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            read.put(new Claim(in.int32(), in.int32()), UInt256.load(in));
        }
        return read;
    }
}
