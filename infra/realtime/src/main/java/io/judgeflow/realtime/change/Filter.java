package io.judgeflow.realtime.change;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants of a table: {@code id=eq.42}, {@code status=in.(done,error)}.
 *
 * @param values one, or several for {@code in}
 */
public record Filter(String column, Operator operator, List<String> values) {

    /** Supabase's own limit. */
    private static final int MOST_VALUES = 100;

    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "float4", "float8", "numeric");

    public Filter {
        values = List.copyOf(values);
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("too many values for `in` filter. Maximum " + MOST_VALUES);
        }
    }

    /** How a column's value relates to the filter's. */
    public enum Operator {
        EQ,
        NEQ,
        LT,
        LTE,
        GT,
        GTE,
        IN
    }

    /**
     * Reads a filter.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Filter parse(String text) {
        var equals = text.indexOf('=');
        var dot = text.indexOf('.', equals);
        if (equals < 1 || dot < 0) {
            throw new IllegalArgumentException("Error parsing `filter` params: [\"" + text + "\"]");
        }
        var operator = Operator.valueOf(text.substring(equals + 1, dot).toUpperCase(Locale.ROOT));
        var value = text.substring(dot + 1);
        var values = operator == Operator.IN ? list(value) : List.of(value);
        return new Filter(text.substring(0, equals), operator, values);
    }

    private static List<String> list(String value) {
        if (!value.startsWith("(") || !value.endsWith(")")) {
            throw new IllegalArgumentException("`in` filter value must be wrapped by parentheses");
        }
        return Arrays.stream(value.substring(1, value.length() - 1).split(",", -1))
                .map(String::strip)
                .toList();
    }

    /** Whether a value of such a type is wanted; SQL's null never is. */
    public boolean accepts(String type, @Nullable String value) {
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case EQ, IN -> values.stream().anyMatch(wanted -> compare(type, value, wanted) == 0);
            case NEQ -> compare(type, value) != 0;
            case LT -> compare(type, value) < 0;
            case LTE -> compare(type, value) <= 0;
            case GT -> compare(type, value) > 0;
            case GTE -> compare(type, value) >= 0;
        };
    }

    private int compare(String type, String value) {
        return compare(type, value, values.getFirst());
    }

    /** The database was asked whether the filter's value is one of this type, see {@code objection}. */
    private static int compare(String type, String value, String wanted) {
        if (NUMBERS.contains(type)) {
            try {
                return new BigDecimal(value).compareTo(new BigDecimal(wanted.strip()));
            } catch (NumberFormatException e) {
                return value.compareTo(wanted);
            }
        }
        return switch (type) {
            case "uuid" -> value.compareTo(wanted.strip().toLowerCase(Locale.ROOT));
            case "bool" ->
                Boolean.compare(value.equals("t"), Set.of("t", "true").contains(wanted));
            default -> value.compareTo(wanted);
        };
    }
}
