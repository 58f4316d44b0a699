package dev.essha;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.essha", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowledgeGoesOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("plan")
            .definedBy("dev.essha.plan..")
            .layer("blueprint")
            .definedBy("dev.essha.blueprint..")
            .layer("inventory")
            .definedBy("dev.essha.inventory")
            .layer("cloud")
            .definedBy("dev.essha.cloud")
            .layer("signin")
            .definedBy("dev.essha.cloud.signin")
            .layer("aws")
            .definedBy("dev.essha.cloud.aws..")
            .layer("rehearsal")
            .definedBy("dev.essha.cloud.rehearsal..")
            .layer("pipeline")
            .definedBy("dev.essha.pipeline..")
            .layer("survey")
            .definedBy("dev.essha.survey..")
            .layer("checklist")
            .definedBy("dev.essha.checklist..")
            .layer("cost")
            .definedBy("dev.essha.cost..")
            .layer("export")
            .definedBy("dev.essha.export..")
            .layer("diagram")
            .definedBy("dev.essha.diagram..")
            .layer("diagnostics")
            .definedBy("dev.essha.diagnostics..")
            .layer("application")
            .definedBy("dev.essha.application..")
            .layer("cli")
            .definedBy("dev.essha.cli..")
            .layer("ui")
            .definedBy("dev.essha.ui..")
            .layer("launch")
            .definedBy("dev.essha.launch..")
            .whereLayer("plan")
            .mayNotAccessAnyLayer()
            .whereLayer("inventory")
            .mayOnlyAccessLayers("plan")
            .whereLayer("blueprint")
            .mayOnlyAccessLayers("plan")
            .whereLayer("cloud")
            .mayOnlyAccessLayers("plan", "inventory")
            .whereLayer("signin")
            .mayOnlyAccessLayers("plan")
            .whereLayer("aws")
            .mayOnlyAccessLayers("plan", "inventory", "cloud", "signin")
            .whereLayer("rehearsal")
            .mayOnlyAccessLayers("plan", "inventory", "cloud", "signin")
            .whereLayer("pipeline")
            .mayOnlyAccessLayers("plan", "blueprint", "inventory", "cloud")
            .whereLayer("survey")
            .mayOnlyAccessLayers("plan", "blueprint", "inventory", "cloud")
            .whereLayer("checklist")
            .mayOnlyAccessLayers("plan", "inventory")
            .whereLayer("cost")
            .mayOnlyAccessLayers("plan", "cloud")
            .whereLayer("diagram")
            .mayOnlyAccessLayers("plan", "inventory")
            .whereLayer("export")
            .mayOnlyAccessLayers("plan", "blueprint", "diagram")
            .whereLayer("diagnostics")
            .mayNotAccessAnyLayer()
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("cli", "ui", "launch")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("launch")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("launch")
            .whereLayer("launch")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.essha.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule secrecyKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.essha.secrecy..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.essha..").and(resideOutsideOfPackage("dev.essha.secrecy..")));

    @ArchTest
    static final ArchRule connectKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.essha.connect..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.essha..").and(resideOutsideOfPackage("dev.essha.connect..")));

    @ArchTest
    static final ArchRule wordingKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.essha.wording..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.essha..").and(resideOutsideOfPackage("dev.essha.wording..")));

    @ArchTest
    static final ArchRule onlyTheAdapterKnowsTheSdk = noClasses()
            .that()
            .resideOutsideOfPackage("dev.essha.cloud.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule noWindowOutsideTheUi = noClasses()
            .that()
            .resideOutsideOfPackages("dev.essha.ui..", "dev.essha.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule noClockOutsideLaunchAndAdapters = noClasses()
            .that()
            .resideOutsideOfPackages("dev.essha.launch..", "dev.essha.cloud.aws..", "dev.essha.cloud.rehearsal..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");
}
