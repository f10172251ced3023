package catallaxy.scenarios.file.text;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads {@code include "part.conf"}: files of the scenario's {@link Tree} and shipped scenarios, and nothing else. */
final class ScenarioIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    private final ScenarioParser parser;
    private final Iterator<String> places;
    private final Path folder;
    private String place;

    /**
     * @param file   the including file, as messages show it
     * @param places where it includes others, in order
     * @param folder of the including file
     */
    ScenarioIncluder(ScenarioParser parser, String file, List<String> places, Path folder) {
        this.parser = parser;
        this.places = places.iterator();
        this.folder = folder;
        this.place = file;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        nextPlace();
        if (what.contains(":") || !isRelative(what)) {
            throw refused(what);
        }
        return parser.parseIncluded(folder, what, place);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return include(context, what.toString());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        nextPlace();
        throw refused("url(" + what + ")");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        nextPlace();
        throw refused("classpath(" + what + ")");
    }

    private void nextPlace() {
        place = places.hasNext() ? places.next() : place;
    }

    private static boolean isRelative(String what) {
        try {
            return !Path.of(what).isAbsolute();
        } catch (InvalidPathException unusable) {
            return false;
        }
    }

    private ScenarioException refused(String what) {
        String message = "expected the relative name of a file, or a shipped scenario's, found " + Quotation.of(what);
        return new ScenarioException(place, "include", message);
    }
}
