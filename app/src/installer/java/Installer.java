import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the program with a Java of its own out of the folder that the assembly has made: an
 * application image, and, where Debian's tools are there, a package.
 *
 * <p>Started by {@code mvn -Pinstaller package}; why it does what it does stands in
 * docs/decisions/0015-installers.md.
 */
public final class Installer {

  private static final String NAME = "inspector";
  private static final String MAIN = "org.efficientvit.app.Main";
  private static final String PACKAGE = "efficientvit-inspector";
  private static final String DESCRIPTION =
      "Shows what the heads of EfficientViT attend to, what each operation costs and how long it"
          + " takes";

  /** What no class names, and is needed all the same. */
  private static final List<String> BY_NAME =
      List.of(
          // Elliptic curves, without which few servers can be spoken to over TLS.
          "jdk.crypto.ec",
          // The memory and the processor time of this process.
          "jdk.management",
          // Encodings other than Latin and UTF, of file names and of texts in pictures.
          "jdk.charsets");

  /** As in bin/inspector of the folder. */
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  /**
   * The second compiler waits for code that is ten times as hot as by default: at a start it would
   * take half of a small machine from the window, for code that is soon over.
   */
  private static final List<String> LATE_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** The window without a display, as in the tests. */
  private static final List<String> WITHOUT_DISPLAY =
      List.of(
          "-Djava.awt.headless=true",
          "-Dglass.platform=Monocle",
          "-Dmonocle.platform=Headless",
          "-Dprism.order=sw",
          "-Dprism.text=t2k");

  private static final long MINUTES = 10;

  private final Path project;
  private final String version;
  private final String trainingPath;
  private final Path made;
  private final Path work;
  private final Path log;

  private Installer(Path project, String version, String trainingPath) {
    this.project = project;
    // A snapshot is on its way to its number, and packages have numbers alone.
    this.version = version.replace("-SNAPSHOT", "");
    this.trainingPath = trainingPath;
    this.made = project.resolve("target/installer");
    this.work = project.resolve("target/installer-work");
    this.log = project.resolve("target/installer.log");
  }

  /**
   * Makes all.
   *
   * @param args the folder of the module, its version, and a class path with which the window opens
   *     without a display
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      new Installer(Path.of(args[0]).toAbsolutePath(), args[1], args[2]).make();
    } catch (Failure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void make() throws IOException, InterruptedException {
    Files.deleteIfExists(log);
    delete(made);
    delete(work);
    Files.createDirectories(made);
    Files.createDirectories(work);
    Path input = input();
    Path runtime = runtime(input.resolve("lib"));
    archive(runtime, input.resolve("sample-images"));
    Path image = image(input, runtime);
    say("Application image: %s (%d MB); start bin/%s in it", image, megabytes(image), NAME);
    debianPackage(image);
    delete(work);
  }

  /** What stands beside Java in the image: all but JavaFX, which becomes part of Java. */
  private Path input() throws IOException {
    Path program = project.resolve("target/inspector");
    Path input = Files.createDirectories(work.resolve("input"));
    for (String folder : List.of("lib", "weights", "sample-images")) {
      copy(program.resolve(folder), input.resolve(folder));
    }
    Files.copy(project.resolveSibling("LICENSE"), input.resolve("LICENSE"));
    Path javafx = Files.createDirectories(work.resolve("javafx"));
    for (Path jar : files(input.resolve("lib"), "javafx-.*\\.jar")) {
      if (descriptor(jar).isPresent()) {
        Files.move(jar, javafx.resolve(jar.getFileName()));
      } else {
        // Maven's jar without a system in its name holds nothing.
        Files.delete(jar);
      }
    }
    return input;
  }

  /** Java with the modules that the program needs. */
  private Path runtime(Path libraries) throws IOException {
    Set<String> modules = new TreeSet<>(BY_NAME);
    Path javafx = Files.createDirectories(work.resolve("jmods"));
    for (Path jar : files(work.resolve("javafx"), ".*")) {
      modules.add(javafxModule(jar, javafx));
    }
    modules.addAll(needed(files(libraries, ".*\\.jar")));
    Path runtime = work.resolve("runtime");
    tool(
        "jlink",
        "--module-path",
        javafx.toString(),
        "--add-modules",
        String.join(",", modules),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        runtime.toString());
    say("Java's modules: %s", String.join(", ", modules));
    return runtime;
  }

  /** A module whose native libraries lie ready in the runtime, so that no start unpacks them. */
  private String javafxModule(Path jar, Path into) throws IOException {
    String name = descriptor(jar).orElseThrow().name();
    Path classes = Files.createDirectories(work.resolve(name).resolve("classes"));
    Path libraries = Files.createDirectories(work.resolve(name).resolve("libraries"));
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      copy(inside.getPath("/"), classes);
    }
    for (Path library : files(classes, ".*\\.(so|dll|dylib)")) {
      Files.move(library, libraries.resolve(library.getFileName()));
    }
    tool(
        "jmod",
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        libraries.toString(),
        into.resolve(name + ".jmod").toString());
    return name;
  }

  /** The modules of Java that libraries name: in their descriptions, or else in their classes. */
  private Set<String> needed(List<Path> libraries) throws IOException {
    Set<String> needed = new TreeSet<>();
    List<String> plain = new ArrayList<>();
    for (Path jar : libraries) {
      Optional<ModuleDescriptor> described = descriptor(jar);
      if (described.isEmpty()) {
        plain.add(jar.toString());
        continue;
      }
      for (ModuleDescriptor.Requires one : described.get().requires()) {
        if (!one.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) {
          needed.add(one.name());
        }
      }
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--multi-release",
                "17",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                work.resolve("javafx").toString()));
    arguments.addAll(plain);
    String answer = tool("jdeps", arguments.toArray(new String[0])).strip();
    needed.addAll(Arrays.asList(answer.substring(answer.lastIndexOf('\n') + 1).split(",")));
    needed.removeIf(name -> ModuleFinder.ofSystem().find(name).isEmpty());
    return needed;
  }

  /**
   * Java's archive of classes that are ready to run: those of Java and JavaFX that a start of the
   * window and of a command loads. Those in jars are left out, since Java refuses an archive of
   * them as soon as the folder is moved.
   */
  private void archive(Path runtime, Path samples) throws IOException, InterruptedException {
    Path window = work.resolve("window.classes");
    Path command = work.resolve("command.classes");
    start(window, WITHOUT_DISPLAY, "window", "--fresh", "--measure-start");
    start(command, List.of(), "classify", files(samples, ".*\\.png").get(0).toString());
    Set<String> names = new LinkedHashSet<>(Files.readAllLines(window));
    names.addAll(Files.readAllLines(command));
    Path all = Files.write(work.resolve("all.classes"), names);
    process(
        List.of(
            java(runtime),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + all,
            // This very file is looked for at each start; where it is not, Java starts without.
            "-XX:SharedArchiveFile=" + server(runtime).resolve("classes.jsa")));
  }

  /** Starts the program once, with the Java that runs this, and notes the classes it loads. */
  private void start(Path classes, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                java(Path.of(System.getProperty("java.home"))),
                COLLECTOR,
                "-Xshare:off",
                "-XX:DumpLoadedClassList=" + classes,
                "-Dinspector.data=" + work.resolve("data")));
    words.addAll(options);
    words.addAll(List.of("-cp", trainingPath, MAIN));
    words.addAll(List.of(arguments));
    process(words);
  }

  private Path image(Path input, Path runtime) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                version,
                "--description",
                DESCRIPTION,
                "--copyright",
                "MIT licence",
                "--input",
                input.toString(),
                "--main-jar",
                "lib/" + files(input.resolve("lib"), "app-.*\\.jar").get(0).getFileName(),
                "--main-class",
                MAIN,
                "--runtime-image",
                runtime.toString(),
                "--dest",
                made.toString()));
    for (String option : LATE_COMPILER) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", COLLECTOR));
    if (isLinux()) {
      arguments.add("--icon");
      arguments.add(icon().toString());
    }
    tool("jpackage", arguments.toArray(new String[0]));
    return made.resolve(NAME);
  }

  private void debianPackage(Path image) throws IOException, InterruptedException {
    List<String> missing =
        Stream.of("dpkg-deb", "fakeroot").filter(tool -> !isOnPath(tool)).toList();
    if (!isLinux() || !missing.isEmpty()) {
      say(
          "No Debian package: %s",
          isLinux() ? String.join(" and ", missing) + " missing here" : "this is not Linux");
      return;
    }
    tool(
        "jpackage",
        "--type",
        "deb",
        "--app-image",
        image.toString(),
        "--name",
        NAME,
        "--app-version",
        version,
        "--description",
        DESCRIPTION,
        "--vendor",
        "EfficientViT Inspector",
        "--license-file",
        project.resolveSibling("LICENSE").toString(),
        "--linux-package-name",
        PACKAGE,
        "--linux-app-category",
        "science",
        "--linux-shortcut",
        "--resource-dir",
        project.resolve("src/installer/deb").toString(),
        "--dest",
        made.toString());
    for (Path file : files(made, PACKAGE + ".*\\.deb")) {
      say("Debian package: %s (%d MB)", file, megabytes(file));
    }
  }

  private Path icon() {
    return project.resolve("src/main/resources/org/efficientvit/app/window/icon-256.png");
  }

  private static Path server(Path runtime) {
    Path windows = runtime.resolve("bin/server");
    return Files.isDirectory(windows) ? windows : runtime.resolve("lib/server");
  }

  private static String java(Path home) {
    return home.resolve("bin/java").toString();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static boolean isOnPath(String tool) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** A jar's own description as a module; empty where it has none, or one that is not lawful. */
  private static Optional<ModuleDescriptor> descriptor(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().stream()
          .map(ModuleReference::descriptor)
          .filter(one -> !one.isAutomatic())
          .findFirst();
    } catch (FindException e) {
      return Optional.empty();
    }
  }

  /** Runs one of Java's tools and gives what it wrote. */
  private String tool(String name, String... arguments) throws IOException {
    StringWriter text = new StringWriter();
    int status;
    try (PrintWriter writer = new PrintWriter(text)) {
      status =
          ToolProvider.findFirst(name)
              .orElseThrow(
                  () ->
                      new Failure(
                          "This Java has no %s; install a whole JDK, of version 17 or later."
                              .formatted(name)))
              .run(writer, writer, arguments);
    }
    note(name + " " + String.join(" ", arguments) + "\n" + text);
    if (status != 0) {
      throw new Failure("%s failed; %s says why.".formatted(name, log));
    }
    return text.toString();
  }

  private void process(List<String> words) throws IOException, InterruptedException {
    note(String.join(" ", words) + "\n");
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new Failure("The program did not end in %d minutes; see %s.".formatted(MINUTES, log));
    }
    if (process.exitValue() != 0) {
      throw new Failure("The program did not start; %s says why.".formatted(log));
    }
  }

  private void note(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }

  /** The files of a folder and all in it whose names match, by name. */
  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches(name))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> inside = Files.walk(from)) {
      for (Path one : inside.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static long megabytes(Path place) throws IOException {
    long bytes = 0;
    for (Path file : files(place, ".*")) {
      bytes += Files.size(file);
    }
    return Math.round(bytes / 1e6);
  }

  /** Something that whoever builds reads in one sentence. */
  private static final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String sentence) {
      super(sentence);
    }
  }
}
