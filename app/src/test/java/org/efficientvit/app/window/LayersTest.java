package org.efficientvit.app.window;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.efficientvit.app.window");

  @Test
  void viewModelsAndWorkNeverSeeAControl() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..window.viewmodel..", "..window.work..", "..window.state..", "..window.saved..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..", "..window.view..")
        .check(CLASSES);
  }

  @Test
  void workAndStateKnowNothingOfWhatTheyAreFor() {
    noClasses()
        .that()
        .resideInAnyPackage("..window.work..", "..window.state..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..window.viewmodel..", "..window.saved..", "..app.service..")
        .check(CLASSES);
  }
}
