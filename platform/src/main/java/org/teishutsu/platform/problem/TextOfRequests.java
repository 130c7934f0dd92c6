package org.teishutsu.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses text that PostgreSQL cannot hold (U+0000) where it comes in, so that it is a 400 with its place. */
@Singleton
class TextOfRequests implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("text-of-requests").addDeserializer(String.class, new WithoutNul()));
    }

    private static final class WithoutNul extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        private WithoutNul() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                context.reportInputMismatch(String.class, "text must not hold the character U+0000");
            }
            return text;
        }
    }
}
