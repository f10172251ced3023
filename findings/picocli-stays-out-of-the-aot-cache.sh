#!/usr/bin/env bash
# picocli 4.7.7 is compiled for Java 5 (class files of version 49, without stack maps). The ahead-of-time cache of JDK 25 (JEP 483,
# -XX:AOTCacheOutput) takes no such class, and does not say so unless asked: every start of a command line that uses picocli
# reads and verifies its classes from the jar again, though the cache was trained on just that command. A library of Java 8
# beside it (commons-cli 1.9.0) is taken.
#
# Seen with Temurin 25.0.3: of the classes of picocli that a start loads, 0 come from the cache; of those of commons-cli, all.
# Needs a JDK 25 (JAVA_HOME) and Maven. Ends with 1 if that has changed.
set -euo pipefail
jdk=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for library in info.picocli:picocli:4.7.7 commons-cli:commons-cli:1.9.0; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$library" -DoutputDirectory=. >maven.log 2>&1
done
cat >Both.java <<'JAVA'
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import picocli.CommandLine;

public class Both {
    @CommandLine.Option(names = "--size")
    int size;

    public static void main(String[] arguments) throws Exception {
        new CommandLine(new Both()).parseArgs(arguments);
        Options options = new Options().addOption(null, "size", true, "a size");
        System.out.println(new DefaultParser().parse(options, arguments).getOptionValue("size"));
    }
}
JAVA
libraries=picocli-4.7.7.jar:commons-cli-1.9.0.jar
"$jdk/bin/javac" -proc:none -cp "$libraries" Both.java
"$jdk/bin/jar" --create --file both.jar Both.class
path=both.jar:$libraries
"$jdk/bin/java" -XX:AOTCacheOutput=both.aot -cp "$path" Both --size 3 >training.log 2>&1
"$jdk/bin/java" -XX:AOTCache=both.aot -Xlog:class+load:file=loaded.log -cp "$path" Both --size 3

# $1: the package; $2: where the classes come from
count() { grep -F "$1" loaded.log | grep -c "source: $2" || true; }
echo "$("$jdk/bin/java" -version 2>&1 | head -n 1)"
echo "picocli      from the cache $(count ' picocli.' 'shared objects file'), from its jar $(count ' picocli.' 'file:')"
echo "commons-cli  from the cache $(count ' org.apache.commons.cli.' 'shared objects file'), from its jar $(count ' org.apache.commons.cli.' 'file:')"
[ "$(count ' picocli.' 'shared objects file')" -eq 0 ] && [ "$(count ' picocli.' 'file:')" -gt 50 ] \
  && [ "$(count ' org.apache.commons.cli.' 'shared objects file')" -gt 3 ] \
  && [ "$(count ' org.apache.commons.cli.' 'file:')" -eq 0 ] || { echo "changed"; exit 1; }
