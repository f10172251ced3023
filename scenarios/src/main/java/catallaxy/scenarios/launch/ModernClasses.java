package catallaxy.scenarios.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Gives the classes of a jar that were compiled for Java 5 or earlier the stack maps and the version of Java 8. An ahead-of-time cache takes no
 * class without stack maps: each start would read and verify them again, which for a library of 150 such classes is a fifth of
 * a second.
 *
 * <p>What the classes do stays the same. Their frames are computed from their code, which needs the classes that it names: those
 * of the same jar and of the JDK.
 */
public final class ModernClasses {
    private static final int MAGIC_BYTES = 8;

    private ModernClasses() {}

    /**
     * Rewrites jars in place where they contain old classes, and leaves the others alone.
     *
     * @param jars paths
     */
    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            rewrite(Path.of(jar));
        }
    }

    /**
     * Rewrites one jar in place if a class in it is old. A jar that is a link to another file is replaced, and that file stays.
     *
     * @return how many classes were old
     */
    static int rewrite(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (oldClasses(file) == 0) {
                return 0;
            }
            Path written = jar.resolveSibling(jar.getFileName() + ".new");
            try (OutputStream bytes = Files.newOutputStream(written);
                    JarOutputStream out = new JarOutputStream(bytes)) {
                int old = copy(file, out);
                out.finish();
                Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
                return old;
            } finally {
                Files.deleteIfExists(written);
            }
        }
    }

    private static int oldClasses(JarFile file) throws IOException {
        int old = 0;
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".class")) {
                try (InputStream in = file.getInputStream(entry)) {
                    old += isOld(in.readNBytes(MAGIC_BYTES)) ? 1 : 0;
                }
            }
        }
        return old;
    }

    private static int copy(JarFile file, JarOutputStream out) throws IOException {
        int old = 0;
        ClassFile writer = writer(file);
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            byte[] bytes = bytes(file, entry);
            boolean rewritten = entry.getName().endsWith(".class") && isOld(bytes);
            JarEntry copy = new JarEntry(entry.getName());
            copy.setTime(entry.getTime());
            out.putNextEntry(copy);
            out.write(rewritten ? modern(writer, bytes) : bytes);
            out.closeEntry();
            old += rewritten ? 1 : 0;
        }
        return old;
    }

    /** Whether a class file's version is one in which stack maps were not required. */
    private static boolean isOld(byte[] classFile) {
        return classFile.length >= MAGIC_BYTES
                && ByteBuffer.wrap(classFile).getShort(MAGIC_BYTES - Short.BYTES) < ClassFile.JAVA_6_VERSION;
    }

    private static byte[] modern(ClassFile writer, byte[] old) {
        ClassTransform version = ClassTransform.dropping(ClassFileVersion.class::isInstance)
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0)));
        return writer.transformClass(
                writer.parse(old), version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    }

    private static ClassFile writer(JarFile file) {
        ClassHierarchyResolver ofJar = ClassHierarchyResolver.ofResourceParsing(described -> {
            String descriptor = described.descriptorString();
            JarEntry entry = file.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
            return entry == null ? null : open(file, entry);
        });
        return ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(ofJar.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    private static InputStream open(JarFile file, JarEntry entry) {
        try {
            return file.getInputStream(entry);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
