package catallaxy.scenarios.folder;

import java.util.List;

/** A record that is a row of a CSV file, under a header of its components. */
public interface Row {
    /** The values of its components, texts and numbers, in their order. */
    List<Object> cells();
}
