package catallaxy.agents.policy;

import catallaxy.environment.base.check.NearestWord;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes that are in the package of one that was not found: what was meant is likely among them. */
final class SiblingClasses {
    private static final String SUFFIX = ".class";

    private SiblingClasses() {}

    /** The one that was probably meant; empty where none has a similar name. */
    static Optional<String> nearest(String className, ClassLoader classes) {
        String inPackage = className.substring(0, className.lastIndexOf('.') + 1);
        return NearestWord.of(className.substring(inPackage.length()), of(className, classes).stream())
                .map(simple -> inPackage + simple);
    }

    /**
     * Simple names of the top-level classes of the same package, wherever on the class path they are; none where that cannot be
     * told.
     */
    static List<String> of(String className, ClassLoader classes) {
        String folder = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
        if (folder.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try {
            for (URL place : Collections.list(classes.getResources(folder))) {
                files(place, folder)
                        .filter(file -> file.endsWith(SUFFIX) && file.indexOf('$') < 0 && file.indexOf('/') < 0)
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .forEach(found::add);
            }
        } catch (IOException | URISyntaxException unreadable) {
            return List.of();
        }
        return found;
    }

    /** Paths of the files that a place holds, beginning in the folder. */
    private static Stream<String> files(URL place, String folder) throws IOException, URISyntaxException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (var entries = jar.getJarFile()) {
                return entries.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder))
                        .map(name -> name.substring(folder.length()))
                        .toList()
                        .stream();
            }
        }
        String[] names = "file".equals(place.getProtocol()) ? new File(place.toURI()).list() : null;
        return names == null ? Stream.empty() : Stream.of(names);
    }
}
