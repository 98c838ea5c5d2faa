package org.efficientvit.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house: what each room of the core may know. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.efficientvit.core");

  @Test
  void theCoreKnowsNoScreen() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.jfree..", "javax.swing..", "java.awt.event..")
        .check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.awt\\.(Window|Frame|Component|Toolkit|Robot|GraphicsDevice)")
        .check(CORE);
  }

  @Test
  void theCoreKnowsNeitherPicturesOfResultsNorTheApp() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.efficientvit.visualizers..", "org.efficientvit.app..")
        .check(CORE);
  }

  @Test
  void attentionReadsTracesOnly() {
    classes()
        .that()
        .resideInAPackage("..core.attention..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "..core.attention..", "..core.trace..", "..core.tensor..", "java..", "org.jspecify..")
        .check(CORE);
  }

  @Test
  void networksAreWrittenOverOperationsAlone() {
    classes()
        .that()
        .resideInAPackage("..core.network..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "..core.network..",
            "..core.ops",
            "..core.tensor..",
            "org.efficientvit.core",
            "java..",
            "org.jspecify..")
        .check(CORE);
  }

  @Test
  void onlyTheInterpretersThatItRunsAndTheirRunnerKnowPyTorch() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..core.ops.torch..", "..core.ops.script..", "..core.trace..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..")
        .check(CORE);
  }

  @Test
  void onlyTheInterpreterKnowsOnnxRuntimeAndItsMessages() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..core.ops.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.onnxruntime..", "ai.onnx..", "com.google.protobuf..", "org.tribuo..")
        .check(CORE);
  }

  @Test
  void onlyTheStoreOfRunsKnowsItsDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..core.runs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(CORE);
  }

  @Test
  void onlyTheReaderOfTheMachineAsksTheOperatingSystem() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..core.machine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("oshi..")
        .check(CORE);
  }

  @Test
  void onlyPicturesAndRenderedObjectsKnowPicturesOfTheJdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..core.image..", "..core.objects..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .check(CORE);
  }

  @Test
  void onlyOneClassKnowsTheLibraryThatReadsTars() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.core\\.data\\.PictureTar(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.commons..")
        .check(CORE);
  }

  @Test
  void packagesKnowOneAnotherWithoutCircles() {
    slices().matching("org.efficientvit.core.(*)..").should().beFreeOfCycles().check(CORE);
  }
}
