package dev.essha.application;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.signin.Secret;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.PlannedChange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * JSON for programs: one document on standard output, or one event a line. Enum constants are written as people write
 * them ({@code hand-over}), instants in ISO 8601, durations in seconds.
 */
public final class Json {

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** One document in one line. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A value as a tree, to put into an object. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The name of a type or constant as JSON shows it: {@code StageStarted} and {@code HAND_OVER} with hyphens. */
    public static String hyphenated(String name) {
        String words = name.chars().anyMatch(Character::isLowerCase)
                ? name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                : name.replace('_', '-');
        return words.toLowerCase(Locale.ROOT);
    }

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Instant.class, ToStringSerializer.instance);
        module.addSerializer(Secret.class, ToStringSerializer.instance);
        module.addSerializer(new Seconds());
        module.addSerializer(new Constant());
        module.addSerializer(new Maybe());
        ObjectMapper mapper = new ObjectMapper().registerModule(module).addMixIn(Event.class, ByName.class);
        mapper.addMixIn(PlannedChange.class, Unwrapped.class);
        for (Class<?> type : Event.class.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(type, hyphenated(type.getSimpleName())));
        }
        return mapper;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface ByName {}

    /** What a change set says of a resource and what that means are one object. */
    private interface Unwrapped {

        @JsonUnwrapped
        ResourceChange change();
    }

    private static final class Seconds extends StdSerializer<Duration> {

        Seconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(value.toMillis() / 1000.0);
        }
    }

    /** The value, or null. */
    @SuppressWarnings("rawtypes")
    private static final class Maybe extends StdSerializer<Optional> {

        Maybe() {
            super(Optional.class);
        }

        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.isPresent() ? value.get() : null, generator);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Constant extends StdSerializer<Enum> {

        Constant() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(hyphenated(value.name()));
        }
    }
}
