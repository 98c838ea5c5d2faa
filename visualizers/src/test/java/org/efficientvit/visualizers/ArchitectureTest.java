package org.efficientvit.visualizers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.efficientvit.visualizers");

  @Test
  void figuresKnowNoScreen() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "javax.swing..", "org.efficientvit.app..")
        .check(CLASSES);
  }

  @Test
  void figuresKnowNoEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "org.efficientvit.core.ops.torch..")
        .check(CLASSES);
  }

  @Test
  void onlyChartsKnowTheChartLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.efficientvit.visualizers.chart..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jfree..")
        .check(CLASSES);
  }
}
