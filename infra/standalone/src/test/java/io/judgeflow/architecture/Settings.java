package io.judgeflow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting there is, as the code declares it. */
final class Settings {

    private Settings() {}

    /** One setting: its name and its default, empty when there is none. */
    record Setting(String name, String standard) {

        /** As a row of the README begins. */
        String row() {
            return "| `%s` | %s |".formatted(name, standard.isEmpty() ? "" : "`" + standard + "`");
        }
    }

    static List<Setting> all() {
        return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("io.judgeflow").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> of(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type))
                        .sorted(java.util.Comparator.comparing(Setting::name))
                        .toList();
    }

    private static Stream<Setting> of(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> of(prefix, type, component));
    }

    private static Stream<Setting> of(String prefix, Class<?> type, RecordComponent component) {
        var name = prefix + "." + kebab(component.getName());
        if (component.getType().isRecord()) {
            return of(name, component.getType());
        }
        return Stream.of(new Setting(name, standard(type, component)));
    }

    private static String standard(Class<?> type, RecordComponent component) {
        return Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(java.util.Objects::nonNull)
                .map(value -> String.join(",", value.value()))
                .findFirst()
                .orElse("");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z0-9]+)", "-$1").toLowerCase(Locale.ROOT).replace("judge-0", "judge0");
    }
}
