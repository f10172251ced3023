package catallaxy.environment.market.chain;

import java.util.Locale;
import java.util.Optional;

/** What sets how many blobs a block may hold and how their price moves: the upgrades of Ethereum, or a scenario. */
@SuppressWarnings("ImmutableEnumChecker") // rules are numbers that never change
public enum BlobFork {
    /** No blobs. */
    NONE(Optional.empty()),
    /** 3 blobs of 6; EIP-4844. */
    CANCUN(of(3, 6, 3_338_477, false)),
    /** 6 blobs of 9; EIP-7691. */
    PRAGUE(of(6, 9, 5_007_716, false)),
    /** As Prague, with the reserve price of EIP-7918. */
    OSAKA(of(6, 9, 5_007_716, true)),
    /** 10 blobs of 15, the first change of blob parameters only; EIP-7892. */
    BPO1(of(10, 15, 8_346_193, true)),
    /** 14 blobs of 21, the second. */
    BPO2(of(14, 21, 11_684_671, true)),
    /** Amounts of a scenario's own, with the reserve price. */
    CUSTOM(Optional.empty());

    private final Optional<BlobFee> rule;

    BlobFork(Optional<BlobFee> rule) {
        this.rule = rule;
    }

    private static Optional<BlobFee> of(long target, long most, long updateFraction, boolean reservePrice) {
        return Optional.of(
                new BlobFee(target * BlobFee.BLOB_GAS, most * BlobFee.BLOB_GAS, updateFraction, reservePrice));
    }

    /** The rule in force from this upgrade to the next; empty where there are no blobs or a scenario has the amounts. */
    public Optional<BlobFee> rule() {
        return rule;
    }

    /** Its name as scenarios and recordings write it: {@code bpo1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
