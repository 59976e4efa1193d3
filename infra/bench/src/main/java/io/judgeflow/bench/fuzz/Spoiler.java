package io.judgeflow.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a right document wrong, or only odd: what it says, how it is written, and its bytes. */
final class Spoiler {

    /** More tests than a job may have; once in so many times. */
    private static final int TOO_MANY = 1_001;

    private static final int MANY = 20;
    private static final int MOST_CHANGES = 2;

    private static final List<byte[]> BYTES = List.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[] {(byte) 0xFF},
            new byte[] {0},
            new byte[] {'/', '*'},
            new byte[] {',', '}'},
            new byte[] {'"'});

    private final Random random;

    Spoiler(Random random) {
        this.random = random;
    }

    /** May change the document. */
    byte[] spoil(ObjectNode document) {
        var raw = new ArrayList<String>();
        for (var change = random.nextInt(MOST_CHANGES + 1); change > 0; change--) {
            spoil(containers(document), raw);
        }
        var text = document.toString();
        for (var i = 0; i < raw.size(); i++) {
            // Once: of a thousand copies of what is huge nothing could hold all.
            text = text.replaceFirst("\"" + mark(i) + "\"", Matcher.quoteReplacement(raw.get(i)));
        }
        var bytes = (random.nextInt(12) == 0 ? twice(text) : text).getBytes(UTF_8);
        return random.nextInt(6) == 0 ? spoil(bytes) : bytes;
    }

    /** Bytes that were never a document. */
    byte[] noise() {
        var bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 100_000 : 200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void spoil(List<JsonNode> containers, List<String> raw) {
        var container = one(containers);
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            spoil(object, raw);
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            spoil(array, raw);
        }
    }

    private void spoil(ObjectNode object, List<String> raw) {
        var name = one(List.copyOf(object.propertyNames()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "x", object.remove(name));
            case 2 -> object.set(name, object.deepCopy());
            default -> object.put(name, instead(object.get(name), raw));
        }
    }

    private void spoil(ArrayNode array, List<String> raw) {
        var place = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(place);
            case 1 -> {
                var copies = random.nextInt(MANY) == 0 ? TOO_MANY : random.nextInt(4);
                for (var copy = 0; copy < copies; copy++) {
                    array.add(array.get(place));
                }
            }
            default -> array.set(place, array.stringNode(instead(array.get(place), raw)));
        }
    }

    /** A mark for what no tree can hold. */
    private String instead(JsonNode present, List<String> raw) {
        raw.add(random.nextBoolean() ? Values.like(present, random) : Values.any(random));
        return mark(raw.size() - 1);
    }

    private static String mark(int number) {
        return "@" + number + "@";
    }

    private static List<JsonNode> containers(JsonNode document) {
        var found = new ArrayList<JsonNode>(List.of(document));
        for (var next = 0; next < found.size(); next++) {
            found.get(next).values().stream().filter(JsonNode::isContainer).forEach(found::add);
        }
        return found;
    }

    /** Each field once more, with another value or the same. */
    private String twice(String text) {
        return random.nextBoolean()
                ? text.replaceFirst("\\{", "{\"schemaVersion\":2,\"tests\":[],")
                : text.replaceFirst("}$", ",") + text.substring(1);
    }

    private byte[] spoil(byte[] bytes) {
        var at = random.nextInt(Math.max(1, bytes.length));
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 2 -> new String(bytes, UTF_8).getBytes(UTF_16);
            case 3 -> joined(bytes, one(BYTES), new byte[0]);
            case 4, 5 -> joined(Arrays.copyOf(bytes, at), one(BYTES), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> flipped(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        var flipped = bytes.clone();
        for (var flips = bytes.length == 0 ? 0 : 1 + random.nextInt(3); flips > 0; flips--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end) {
        var joined = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, joined, start.length, middle.length);
        System.arraycopy(end, 0, joined, start.length + middle.length, end.length);
        return joined;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
