package catallaxy.evolution.neat;

import catallaxy.environment.api.setting.Key;

/**
 * Settings of NEAT. What is initial are the values of Stanley and Miikkulainen 2002, section 4.1, and of the program published with it
 * where the paper has none.
 *
 * @param recurrent    whether networks may have circles, and remember
 * @param mutation     of genomes
 * @param speciation   which genomes are of one species
 * @param reproduction who reproduces, and how
 */
public record NeatSettings(
        @Key(meaning = "Whether connections may run in circles, so that networks remember", initial = "false")
        boolean recurrent,

        GenomeMutation mutation,
        SpeciationSettings speciation,
        ReproductionSettings reproduction) {}
