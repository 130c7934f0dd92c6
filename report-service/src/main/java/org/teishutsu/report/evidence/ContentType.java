package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Holds what a sender says of a file, by header and by name, against what its first bytes show. */
@ApplicationScoped
class ContentType {
    /** As much of a file as the registry's patterns look at. */
    static final int HEAD = 64 * 1024;

    private static final Charset WINDOWS_JAPANESE = Charset.forName("windows-31j");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();

    /**
     * The most exact type that content, name and header agree on.
     *
     * @param declared the {@code Content-Type}; null or {@code application/octet-stream} claims nothing
     * @param head the first {@link #HEAD} bytes, or all if there are fewer
     * @throws ProblemException UNSUPPORTED_MEDIA_TYPE naming both types if a claim does not hold
     */
    String agreed(@Nullable String declared, FileName name, byte[] head) {
        MediaType content = ofContent(head);
        MediaType agreed = content;
        Optional<MediaType> header = claim(declared);
        if (header.isPresent()) {
            agreed = narrower(agreed, require(header.get(), content, "the Content-Type says"));
        }
        Optional<MediaType> ending = byName(name);
        if (ending.isPresent()) {
            agreed = narrower(agreed, require(ending.get(), content, "the name says"));
        }
        return agreed.toString();
    }

    private MediaType require(MediaType claimed, MediaType content, String who) {
        boolean known = !content.equals(MediaType.OCTET_STREAM);
        if (claimed.equals(content)
                || (known && registry.isSpecializationOf(claimed, content))
                || (known && registry.isSpecializationOf(content, claimed))) {
            return claimed;
        }
        throw new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "%s %s, but the content is %s".formatted(who, claimed, known ? content : "of no known type"));
    }

    private MediaType narrower(MediaType one, MediaType other) {
        return registry.isSpecializationOf(other, one) ? other : one;
    }

    private Optional<MediaType> claim(@Nullable String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        MediaType type = MediaType.parse(declared);
        if (type == null) {
            throw ProblemException.invalid("Content-Type", "is not a media type");
        }
        return claim(type);
    }

    private Optional<MediaType> claim(MediaType type) {
        MediaType plain = registry.normalize(type.getBaseType());
        return plain.equals(MediaType.OCTET_STREAM) ? Optional.empty() : Optional.of(plain);
    }

    private Optional<MediaType> byName(FileName name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
        try {
            return claim(types.detect(null, metadata));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private MediaType ofContent(byte[] head) {
        try {
            MediaType found = types.detect(new ByteArrayInputStream(head), new Metadata());
            return found.equals(MediaType.OCTET_STREAM) && isJapaneseText(head) ? MediaType.TEXT_PLAIN : found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lists and logs written on a Windows of the firm, which the registry takes for no text at all. */
    private static boolean isJapaneseText(byte[] head) {
        CharBuffer text = CharBuffer.allocate(head.length);
        CoderResult result = WINDOWS_JAPANESE
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), text, head.length < HEAD);
        return !result.isError()
                && text.flip().chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n');
    }
}
