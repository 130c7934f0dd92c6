package org.teishutsu.notify.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The keys of one kind that this process was given. Which of them is in use is said by the database, for all processes
 * at once; what the keyset calls its primary key counts only for a database that is empty still.
 */
final class KeyRing {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final KeysetHandle keyset;
    private final Map<Integer, SealingKey> sealing;
    private final Map<Integer, LookupKey> lookup;

    private KeyRing(KeysetHandle keyset, Map<Integer, SealingKey> sealing, Map<Integer, LookupKey> lookup) {
        this.keyset = keyset;
        this.sealing = Collections.unmodifiableMap(sealing);
        this.lookup = Collections.unmodifiableMap(lookup);
    }

    /** @throws GeneralSecurityException if the text is no keyset of this kind */
    static KeyRing parse(KeyKind kind, String json) throws GeneralSecurityException {
        return of(
                kind,
                TinkJsonProtoKeysetFormat.parseKeyset(
                        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /** With one key, made now. */
    static KeyRing make(KeyKind kind) {
        try {
            return of(kind, KeysetHandle.generateNew(parameters(kind), RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new VaultException("No key could be made", e);
        }
    }

    /** These keys and one more, made now. */
    KeyRing grown(KeyKind kind) {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
            builder.addEntry(KeysetHandle.generateEntryFromParameters(parameters(kind))
                    .withRandomId()
                    .setStatus(KeyStatus.ENABLED));
            return of(kind, builder.build());
        } catch (GeneralSecurityException e) {
            throw new VaultException("No key could be made", e);
        }
    }

    /** One of these keys alone. */
    KeyRing only(KeyKind kind, int id) {
        try {
            for (int i = 0; i < keyset.size(); i++) {
                if (keyset.getAt(i).getId() == id) {
                    return of(kind, single(keyset.getAt(i)));
                }
            }
            throw new VaultException("There is no such key");
        } catch (GeneralSecurityException e) {
            throw new VaultException("The other keys could not be left out", e);
        }
    }

    /** All but one of these keys; the first of them is primary. */
    KeyRing without(KeyKind kind, int id) {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder();
            boolean first = true;
            for (int i = 0; i < keyset.size(); i++) {
                if (keyset.getAt(i).getId() != id) {
                    KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(
                                    keyset.getAt(i).getKey())
                            .withFixedId(keyset.getAt(i).getId());
                    builder.addEntry(first ? entry.makePrimary() : entry);
                    first = false;
                }
            }
            return of(kind, builder.build());
        } catch (GeneralSecurityException e) {
            throw new VaultException("The key could not be left out", e);
        }
    }

    private static KeyRing of(KeyKind kind, KeysetHandle keyset) throws GeneralSecurityException {
        Map<Integer, SealingKey> sealing = new LinkedHashMap<>();
        Map<Integer, LookupKey> lookup = new LinkedHashMap<>();
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            if (!entry.getStatus().equals(KeyStatus.ENABLED)) {
                continue;
            }
            int id = entry.getId();
            if (kind == KeyKind.SEALING) {
                sealing.put(
                        id, new SealingKey(id, single(entry).getPrimitive(RegistryConfiguration.get(), Aead.class)));
            } else {
                Prf prf = single(entry)
                        .getPrimitive(RegistryConfiguration.get(), PrfSet.class)
                        .getPrfs()
                        .get(id);
                if (prf == null) {
                    throw new GeneralSecurityException("A key without a function");
                }
                lookup.put(id, new LookupKey(id, prf));
            }
        }
        return new KeyRing(keyset, sealing, lookup);
    }

    private static KeysetHandle single(KeysetHandle.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .build();
    }

    private static Parameters parameters(KeyKind kind) {
        return kind == KeyKind.SEALING ? PredefinedAeadParameters.AES256_GCM : PredefinedPrfParameters.HMAC_SHA256_PRF;
    }

    int primary() {
        return keyset.getPrimary().getId();
    }

    Set<Integer> ids() {
        return sealing.isEmpty() ? lookup.keySet() : sealing.keySet();
    }

    Map<Integer, SealingKey> sealing() {
        return sealing;
    }

    Map<Integer, LookupKey> lookup() {
        return lookup;
    }

    /** As it stands in a file. Secret. */
    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new VaultException("The keys could not be written", e);
        }
    }

    /** The ids say which keys, and nothing of them. */
    @Override
    public String toString() {
        return "KeyRing" + ids();
    }
}
