package io.judgeflow.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The rules of the layout, as errors and not as review remarks. */
@AnalyzeClasses(packages = "io.judgeflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SERVICES = {
        "io.judgeflow.gateway..", "io.judgeflow.submitter..", "io.judgeflow.poller..", "io.judgeflow.scorer.."
    };

    @ArchTest
    static final ArchRule SERVICES_NEVER_IMPORT_EACH_OTHER = slices().matching(
                    "io.judgeflow.(gateway|submitter|poller|scorer|localjudge|realtime)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule ONLY_STANDALONE_SEES_SERVICES = noClasses()
            .that()
            .resideOutsideOfPackages("io.judgeflow.standalone..")
            .and()
            .resideOutsideOfPackages(SERVICES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    /** They stand for Judge0 and for Supabase, which know nothing of us either. */
    @ArchTest
    static final ArchRule STAND_INS_KNOW_NOTHING_OF_US = noClasses()
            .that()
            .resideInAnyPackage("io.judgeflow.localjudge..", "io.judgeflow.realtime..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("io.judgeflow.."))
                    .and(not(resideInAnyPackage(
                            "io.judgeflow.localjudge..", "io.judgeflow.realtime..", "io.judgeflow.web.."))));

    /** It is a client like any other. */
    @ArchTest
    static final ArchRule THE_COMMAND_LINE_KNOWS_NOTHING_BUT_HTTP = noClasses()
            .that()
            .resideInAPackage("io.judgeflow.cli..")
            .should()
            .dependOnClassesThat(are(not(resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "io.judgeflow.cli..",
                    "tools.jackson..",
                    "picocli..",
                    "org.jspecify.."))));

    @ArchTest
    static final ArchRule CONTRACTS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("io.judgeflow.contracts..")
            .should()
            .dependOnClassesThat(are(not(resideInAnyPackage(
                    "java..",
                    "io.judgeflow.contracts..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.."))));

    @ArchTest
    static final ArchRule PRODUCERS_AND_CONSUMERS_LIVE_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("io.judgeflow.kafka..", "io.judgeflow.testkit..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org.apache.kafka.clients.(producer.KafkaProducer|consumer.KafkaConsumer|consumer.Consumer)"
                            + "|org.springframework.kafka.core.KafkaTemplate");

    @ArchTest
    static final ArchRule SQL_LIVES_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("io.judgeflow.store..", "io.judgeflow.realtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..");

    @ArchTest
    static final ArchRule JUDGE0_IS_CALLED_FROM_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("io.judgeflow.judge0..", "io.judgeflow.localjudge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.resilience4j..", "org.springframework.web.reactive.function.client..");

    @ArchTest
    static final ArchRule NOUNS_FOR_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..model..");

    @ArchTest
    static final ArchRule CONCEPTS_FOR_TYPES =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO)");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule NO_THREAD_SLEEPS = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .or()
            .resideInAnyPackage(
                    "io.judgeflow.kafka..", "io.judgeflow.judge0..", "io.judgeflow.store..", "io.judgeflow.realtime..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOTHING_BLOCKS = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .or()
            .resideInAnyPackage(
                    "io.judgeflow.kafka..", "io.judgeflow.judge0..", "io.judgeflow.store..", "io.judgeflow.realtime..")
            .should()
            .callMethodWhere(target(owner(resideInAnyPackage("reactor.core.publisher..")))
                    .and(target(name("block")).or(target(name("blockFirst"))).or(target(name("blockLast")))));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(liveInANullMarkedPackage());

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var info = type.getPackage().tryGetPackageInfo();
                var marked = info.isPresent() && info.get().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + type.getPackageName()));
            }
        };
    }
}
