package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import java.util.Arrays;
import java.util.List;

/** What a batch of swaps comes to for each of its assets: what was paid, and what was got, of which only the difference moves. */
final class BalancerDeltas {
    private final List<Integer> assets;
    private final UInt256[] paid;
    private final UInt256[] got;

    BalancerDeltas(List<Integer> assets) {
        this.assets = assets;
        paid = new UInt256[assets.size()];
        got = new UInt256[assets.size()];
        Arrays.fill(paid, UInt256.ZERO);
        Arrays.fill(got, UInt256.ZERO);
    }

    void pay(int asset, UInt256 amount) {
        int index = index(asset);
        paid[index] = paid[index].plusExact(amount);
    }

    void get(int asset, UInt256 amount) {
        int index = index(asset);
        got[index] = got[index].plusExact(amount);
    }

    private int index(int asset) {
        int index = assets.indexOf(asset);
        BalancerRevert.unless(index >= 0, BalancerError.OUT_OF_BOUNDS);
        return index;
    }

    /** What must be paid in. */
    UInt256 owed(int index) {
        return got[index].isLessThan(paid[index]) ? paid[index].minusWrapping(got[index]) : UInt256.ZERO;
    }

    /** What is paid out. */
    UInt256 due(int index) {
        return paid[index].isLessThan(got[index]) ? got[index].minusWrapping(paid[index]) : UInt256.ZERO;
    }
}
