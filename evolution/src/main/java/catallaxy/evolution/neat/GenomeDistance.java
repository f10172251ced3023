package catallaxy.evolution.neat;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * How far genomes are from each other: {@code δ = c₁ E / N + c₂ D / N + c₃ W̄}, with {@code E} excess and {@code D} disjoint genes,
 * {@code W̄} the mean difference of weights of matching genes, and {@code N} the genes of the larger genome, 1 where both have fewer than
 * 20. Stanley and Miikkulainen 2002, eq. 1.
 *
 * @param excess   c₁
 * @param disjoint c₂
 * @param weight   c₃
 */
public record GenomeDistance(
        @Key(
                value = "excess-coefficient",
                meaning = "c₁, how far an excess gene sets two genomes apart",
                initial = "1.0",
                range = "0 to 1000")
        double excess,

        @Key(
                value = "disjoint-coefficient",
                meaning = "c₂, how far a disjoint gene sets two genomes apart",
                initial = "1.0",
                range = "0 to 1000")
        double disjoint,

        @Key(
                value = "weight-coefficient",
                meaning = "c₃, how far a difference of 1 in the weights of matching genes sets two genomes apart",
                initial = "0.4",
                range = "0 to 1000")
        double weight) {
    private static final int SMALL = 20;

    /** Checks each. */
    public GenomeDistance {
        Checks.inRange("excess", excess, 0, 1000);
        Checks.inRange("disjoint", disjoint, 0, 1000);
        Checks.inRange("weight", weight, 0, 1000);
    }

    /** δ, which is the same both ways. */
    double between(Genome some, Genome other) {
        List<ConnectionGene> left = some.connections();
        List<ConnectionGene> right = other.connections();
        int l = 0;
        int r = 0;
        int matching = 0;
        int apart = 0;
        double differences = 0;
        while (l < left.size() && r < right.size()) {
            ConnectionGene a = left.get(l);
            ConnectionGene b = right.get(r);
            if (a.innovation() == b.innovation()) {
                matching++;
                differences += Math.abs(a.weight() - b.weight());
            } else {
                apart++;
            }
            l += a.innovation() <= b.innovation() ? 1 : 0;
            r += b.innovation() <= a.innovation() ? 1 : 0;
        }
        int rest = left.size() - l + right.size() - r;
        int larger = Math.max(left.size(), right.size());
        double genes = larger < SMALL ? 1 : larger;
        return (excess * rest + disjoint * apart) / genes + (matching == 0 ? 0 : weight * differences / matching);
    }
}
