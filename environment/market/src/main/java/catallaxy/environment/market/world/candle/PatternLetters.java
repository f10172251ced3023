package catallaxy.environment.market.world.candle;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs of letters of a time pattern, outside of quotation marks.
 *
 * @param pattern the whole text
 * @param runs in the order of the text
 */
record PatternLetters(String pattern, List<Run> runs) {
    /** Equal letters side by side. */
    record Run(char letter, int from, int length) {}

    PatternLetters {
        runs = List.copyOf(runs);
    }

    static PatternLetters of(String pattern) {
        List<Run> runs = new ArrayList<>();
        boolean quoted = false;
        int at = 0;
        while (at < pattern.length()) {
            char letter = pattern.charAt(at);
            int end = at + 1;
            quoted ^= letter == '\'';
            if (!quoted && isLetter(letter)) {
                while (end < pattern.length() && pattern.charAt(end) == letter) {
                    end++;
                }
                runs.add(new Run(letter, at, end - at));
            }
            at = end;
        }
        return new PatternLetters(pattern, runs);
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** Whether there is a run of one of these letters. */
    boolean has(String letters) {
        return count(letters) > 0;
    }

    long count(String letters) {
        return runs.stream().filter(run -> letters.indexOf(run.letter()) >= 0).count();
    }

    /** Whether the year is written with two digits. */
    boolean hasShortYear() {
        return runs.stream().anyMatch(run -> "yu".indexOf(run.letter()) >= 0 && run.length() == 2);
    }

    /** Whether months, days or halves of the day are written as words. */
    boolean hasNames() {
        return runs.stream().anyMatch(run -> "MLEa".indexOf(run.letter()) >= 0 && run.length() > 2) || has("aE");
    }

    /** The pattern with y as u, which needs no era; the same where an era is written. */
    String withProlepticYears() {
        return has("G") ? pattern : replaced("y", 'u');
    }

    /** The pattern with every run of these letters in another letter. */
    String replaced(String letters, char by) {
        StringBuilder text = new StringBuilder(pattern);
        for (Run run : runs) {
            if (letters.indexOf(run.letter()) >= 0) {
                text.replace(
                        run.from(),
                        run.from() + run.length(),
                        String.valueOf(by).repeat(run.length()));
            }
        }
        return text.toString();
    }

    /** The pattern with one run of this letter, the first or the last, in another letter. */
    String replacedOne(char letter, boolean last, char by) {
        List<Run> found = runs.stream().filter(run -> run.letter() == letter).toList();
        Run run = last ? found.getLast() : found.getFirst();
        return new StringBuilder(pattern)
                .replace(
                        run.from(),
                        run.from() + run.length(),
                        String.valueOf(by).repeat(run.length()))
                .toString();
    }
}
