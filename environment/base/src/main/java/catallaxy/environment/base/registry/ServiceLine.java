package catallaxy.environment.base.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of a service file: the name of a class that registers itself as a kind. A {@code #} begins a comment.
 *
 * @param place     the file and the line, for messages
 * @param className binary name
 */
record ServiceLine(String place, String className) {
    private static final String FOLDER = "META-INF/services/";

    /** Those of all files that a class loader finds for a sort of kinds. */
    static List<ServiceLine> all(Class<?> sort, ClassLoader loader) {
        List<ServiceLine> lines = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader.getResources(FOLDER + sort.getName()))) {
                read(file, lines);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }

    private static void read(URL file, List<ServiceLine> lines) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line : in.lines().toList()) {
                number++;
                String name = line.replaceFirst("#.*", "").strip();
                if (!name.isEmpty()) {
                    lines.add(new ServiceLine(path(file) + ", line " + number, name));
                }
            }
        }
    }

    /** The kind that the line names, made by its constructor. */
    Object make(Class<?> sort, ClassLoader loader) {
        Class<?> type = type(loader);
        if (!sort.isAssignableFrom(type)) {
            throw expected("a class that implements " + sort.getName() + ", found one that does not");
        } else if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw expected("a public class, found " + Modifier.toString(type.getModifiers()) + " " + type.getName());
        }
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException absent) {
            throw expected("a public constructor without arguments, found none");
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw threw(cause == null ? thrown : cause);
        } catch (LinkageError | ReflectiveOperationException thrown) {
            throw threw(thrown);
        }
    }

    private Class<?> type(ClassLoader loader) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException absent) {
            throw expected("a class on the class path, found none of this name");
        } catch (LinkageError unusable) {
            throw new RegistrationException(place + ": " + className + " cannot be loaded: " + unusable, unusable);
        }
    }

    private RegistrationException expected(String what) {
        return new RegistrationException(place + ": " + className + ": expected " + what);
    }

    private RegistrationException threw(Throwable thrown) {
        return new RegistrationException(place + ": " + className + ": its constructor failed: " + thrown, thrown);
    }

    /** A class, and the jar or folder that it was loaded from. */
    static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? type.getName()
                : type.getName() + " of " + path(source.getLocation());
    }

    /** As a file is written, with {@code !} between a jar and a file in it. */
    private static String path(URL url) {
        String text = url.toString().replaceFirst("^(jar:)?file:", "");
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
