package catallaxy.scenarios.file;

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

/** Reads {@code include "part.conf"}: files in the scenario's own folder or below it, and nothing else. */
final class ScenarioIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    private final ScenarioParser parser;
    private final Iterator<String> places;
    private final Path folder;
    private String place;

    /**
     * @param file   the including file, as messages show it
     * @param places where it includes others, in order
     * @param folder of the including file, relative to the scenario's folder
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
        Path path = relative(what);
        if (path.isAbsolute() || what.contains(":") || path.startsWith("..")) {
            throw refused(what);
        }
        return parser.parseIncluded(path, place);
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

    private Path relative(String what) {
        try {
            return folder.resolve(what).normalize();
        } catch (InvalidPathException unusable) {
            throw refused(what);
        }
    }

    private ScenarioException refused(String what) {
        String message = "expected a file in the scenario's folder or below it, found " + Quotation.of(what);
        return new ScenarioException(place, "include", message);
    }
}
