package catallaxy.agents.algorithm;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * The networks of a learned model.
 *
 * @param latent  L
 * @param hidden  of each of the four networks
 * @param support reach of the distributions of rewards and values
 */
public record ModelShape(
        @Key(initial = "32", range = "2 to 4096", meaning = "Numbers of one state of the model.")
        int latent,

        @Key(initial = "[64]", meaning = "Widths of the hidden ReLU layers of each of the model's four networks.")
        List<Integer> hidden,

        @Key(
                initial = "20",
                range = "1 to 1000",
                meaning =
                        "Rewards and values are distributions over the integers up to ± this, on a scale on which x is about √x:"
                                + " larger ones than its square are cut off. 300 in the paper.")
        int support) {
    /** Checks each; the error names the field. */
    public ModelShape {
        Checks.inRange("latent", latent, 2, 4_096);
        hidden = Settings.widths("hidden", hidden);
        Checks.inRange("support", support, 1, 1_000);
    }

    CompressedSupport numbers() {
        return new CompressedSupport(support);
    }
}
