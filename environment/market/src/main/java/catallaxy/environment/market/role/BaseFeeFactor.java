package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.view.Factor;
import java.util.List;
import java.util.stream.IntStream;

/** The base fee of each chain. */
public final class BaseFeeFactor implements FactorKind {
    private static final Quantity BASE_FEE = new Quantity("base_fee");
    private static final double WEI_PER_GWEI = 1e9;

    @Override
    public String name() {
        return "base-fee";
    }

    @Override
    public String summary() {
        return "What gas costs on each chain, before tips";
    }

    @Override
    public String detail() {
        return "The base fee of the next block, in gwei per unit of gas.";
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
                new Feature(BASE_FEE.of(subject), "gwei", 0, Double.POSITIVE_INFINITY),
                seen -> seen.market().chain(chain).baseFeeWei() / WEI_PER_GWEI);
    }
}
