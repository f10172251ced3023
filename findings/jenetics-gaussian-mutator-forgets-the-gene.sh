#!/usr/bin/env bash
# GaussianMutator of Jenetics 9.0.0 draws the new value around the middle of the gene's range, not around the gene: a gene of 0.2 and one
# of 0.95, both in [0, 1], have offspring with the same mean, 0.5. What selection has found is forgotten with each mutation, where the name
# promises a step from where the gene is, as in evolution strategies. GaussianMutator.Shape moves and narrows the distribution, for all genes alike.
#
# Seen with io.jenetics:jenetics 9.0.0 on Temurin 25.0.3: means of 20,000 offspring 0.50 for genes of 0.2, 0.5, 0.8 and 0.95.
# Needs a JDK 25 (JAVA_HOME) and Maven. Ends with 1 if that has changed.
set -euo pipefail
jdk=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=io.jenetics:jenetics:9.0.0 -DoutputDirectory=. >mvn.log 2>&1
cat >Mutated.java <<'JAVA'
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Locale;
import java.util.Random;

public class Mutated {
    static final int OFFSPRING = 20_000;

    static double mean(double value, Random random) {
        var mutator = new GaussianMutator<DoubleGene, Double>(1.0);
        var parent = Genotype.of(DoubleChromosome.of(DoubleGene.of(value, 0, 1)));
        double sum = 0;
        for (int i = 0; i < OFFSPRING; i++) {
            var altered = RandomRegistry.with(random).call(() -> mutator.alter(ISeq.of(Phenotype.of(parent, 1)), 1));
            sum += altered.population().get(0).genotype().gene().doubleValue();
        }
        return sum / OFFSPRING;
    }

    public static void main(String[] arguments) {
        Random random = new Random(1);
        for (double value : new double[] {0.2, 0.5, 0.8, 0.95}) {
            System.out.printf(Locale.ROOT, "a gene of %.2f has offspring of mean %.2f%n", value, mean(value, random));
        }
    }
}
JAVA
found=$("$jdk/bin/java" -cp jenetics-9.0.0.jar Mutated.java)
printf '%s\n' "$found"
[ "$(grep -c 'of mean 0.50' <<<"$found")" -eq 4 ] || { echo "changed"; exit 1; }
