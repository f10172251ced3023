package catallaxy.environment.market.chain;

import java.util.Locale;

/** The upgrades of Ethereum that set how many blobs a block may hold and how their price moves. */
public enum BlobFork {
    /** 3 blobs of 6; EIP-4844. */
    CANCUN(new BlobFee(3 * BlobFee.BLOB_GAS, 6 * BlobFee.BLOB_GAS, 3_338_477, false)),
    /** 6 blobs of 9; EIP-7691. */
    PRAGUE(new BlobFee(6 * BlobFee.BLOB_GAS, 9 * BlobFee.BLOB_GAS, 5_007_716, false)),
    /** As Prague, with the reserve price of EIP-7918. */
    OSAKA(new BlobFee(6 * BlobFee.BLOB_GAS, 9 * BlobFee.BLOB_GAS, 5_007_716, true)),
    /** 10 blobs of 15, the first change of blob parameters only; EIP-7892. */
    BPO1(new BlobFee(10 * BlobFee.BLOB_GAS, 15 * BlobFee.BLOB_GAS, 8_346_193, true)),
    /** 14 blobs of 21, the second. */
    BPO2(new BlobFee(14 * BlobFee.BLOB_GAS, 21 * BlobFee.BLOB_GAS, 11_684_671, true));

    private final BlobFee rule;

    BlobFork(BlobFee rule) {
        this.rule = rule;
    }

    /** The rule in force from this upgrade to the next. */
    public BlobFee rule() {
        return rule;
    }

    /** Its name as scenarios and recordings write it: {@code bpo1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
