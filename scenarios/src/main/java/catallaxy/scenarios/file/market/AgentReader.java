package catallaxy.scenarios.file.market;

import catallaxy.agents.policy.PolicySpec;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.registry.Registry;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.FactorKinds;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.file.section.MarketNames;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code agents}. */
public final class AgentReader {
    private final MarketNames names;
    private final Assets assets;
    private final RoleReader roles;
    private final PolicyReader policies;

    /** A reader of agents in a market of these names. */
    public AgentReader(MarketNames names, Assets assets, RoleReader roles, CheckpointPolicyReader checkpoints) {
        this.names = names;
        this.assets = assets;
        this.roles = roles;
        this.policies = new PolicyReader(assets.names(), checkpoints);
    }

    /** A seat and the policy that decides there. */
    public record SeatAndPolicy(SeatSpec seat, PolicySpec policy) {}

    /** The seat and its policy; empty after noting what is wrong. */
    public Optional<SeatAndPolicy> read(Section.Variant variant) {
        Section section = variant.section();
        Optional<? extends RoleSpec> role = roles.read(variant);
        List<Endowment> holdings = holdings(section.open("holdings"));
        Optional<? extends PolicySpec> policy = section.variant("policy", "templates.policy", "kind")
                .flatMap(chosen -> policies.read(chosen, variant.kind(), section.name()));
        Map<String, ?> given = Map.of("role", role, "endowments", holdings, "factors", factors(section));
        Optional<SeatSpec> seat = RecordReader.PLAIN.read(section, SeatSpec.class, given);
        return section.build(() -> new SeatAndPolicy(seat.orElseThrow(), policy.orElseThrow()));
    }

    private static List<FactorKind> factors(Section section) {
        Registry<FactorKind> kinds = FactorKinds.registered();
        return section.references("factors", new Names("a factor", kinds.names())).stream()
                .filter(factor -> factor >= 0)
                .map(kinds.all()::get)
                .toList();
    }

    private List<Endowment> holdings(Section section) {
        List<Endowment> endowments = new ArrayList<>();
        for (String name : section.names()) {
            int place = names.places().indexOf(name);
            if (place < 0) {
                section.rejectName(name, names.places().expected());
            } else {
                addHoldings(section.open(name), place, endowments);
            }
        }
        return endowments;
    }

    private void addHoldings(Section section, int place, List<Endowment> endowments) {
        for (String symbol : section.names()) {
            int asset = names.assets().indexOf(symbol);
            if (asset < 0) {
                section.rejectName(symbol, names.assets().expected());
            } else {
                UInt256 units = assets.units(section, symbol, asset);
                endowments.add(new Endowment(place, asset, units));
            }
        }
    }
}
