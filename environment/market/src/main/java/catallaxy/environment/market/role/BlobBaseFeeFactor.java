package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factor;
import java.util.List;
import java.util.stream.IntStream;

/** The blob base fee of each chain. */
public final class BlobBaseFeeFactor implements FactorKind {
    private static final Quantity BLOB_BASE_FEE = new Quantity("blob_base_fee");
    private static final double WEI_PER_GWEI = 1e9;

    @Override
    public String name() {
        return "blob-base-fee";
    }

    @Override
    public String summary() {
        return "What blobs cost on each chain";
    }

    @Override
    public String detail() {
        return "The blob base fee of the next block, in gwei per unit of blob gas; a blob takes 131072 units. 0 on a chain without blobs.";
    }

    @Override
    public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
        return IntStream.range(0, site.engine().chains().size())
                .mapToObj(chain -> of(chain, site.engine().chains().get(chain).id()))
                .toList();
    }

    private static Factor<FactorSight> of(int chain, String name) {
        Subject subject = new Subject.Chain(name);
        return new Factor<>(
                new Feature(BLOB_BASE_FEE.of(subject), "gwei", 0, Double.POSITIVE_INFINITY),
                seen -> seen.market().chain(chain).blobBaseFeeWei() / WEI_PER_GWEI);
    }
}
