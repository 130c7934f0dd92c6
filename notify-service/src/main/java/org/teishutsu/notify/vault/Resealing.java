package org.teishutsu.notify.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Seals under the key in use what is under another one: a batch a transaction, so that a crash costs a batch. */
@Singleton
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 6 * 3600;

    private final DataSource dataSource;
    private final Vault vault;

    Resealing(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared as a record
    private record Cell(byte[] sealed, UUID id, int no, List<Object> primaryKey) {}

    /** How many cells are under another key than this. */
    long left(int key) {
        long left = 0;
        try (Connection connection = dataSource.getConnection()) {
            for (SealedColumn column : SealedColumn.values()) {
                try (PreparedStatement count = connection.prepareStatement(column.countOthers())) {
                    count.setBytes(1, bytes(key));
                    try (ResultSet row = count.executeQuery()) {
                        row.next();
                        left += row.getLong(1);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return left;
    }

    /** Goes once through all that is under another key than this; returns how many cells were sealed anew. */
    long pass(int key) {
        long sealed = 0;
        for (SealedColumn column : SealedColumn.values()) {
            sealed += QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> pass(column, key));
        }
        return sealed;
    }

    private long pass(SealedColumn column, int key) throws SQLException {
        long sealed = 0;
        List<Cell> batch = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(column.selectOthers())) {
            select.setFetchSize(AT_ONCE);
            select.setBytes(1, bytes(key));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Object> primaryKey = new ArrayList<>();
                    for (int part = 0; part < column.keyParts(); part++) {
                        primaryKey.add(row.getObject(4 + part));
                    }
                    batch.add(new Cell(row.getBytes(1), row.getObject(2, UUID.class), row.getInt(3), primaryKey));
                    if (batch.size() == AT_ONCE) {
                        sealed += write(column, batch);
                        batch.clear();
                    }
                }
            }
        }
        return sealed + write(column, batch);
    }

    private long write(SealedColumn column, List<Cell> batch) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Sealing sealing = vault.hold();
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement update = connection.prepareStatement(column.update())) {
                for (Cell cell : batch) {
                    add(column, cell, sealing, update);
                }
                long written = 0;
                for (int rows : update.executeBatch()) {
                    written += rows;
                }
                return written;
            }
        });
    }

    /** A cell that does not open stays as it is, and the old key in use: nothing is lost by a rotation. */
    private void add(SealedColumn column, Cell cell, Sealing sealing, PreparedStatement update) throws SQLException {
        byte[] plain;
        try {
            plain = vault.open(column.column(), cell.id(), cell.no(), cell.sealed());
        } catch (VaultException closed) {
            LOG.errorf(closed, "A cell of %s cannot be sealed anew: row %s", column.table(), cell.primaryKey());
            return;
        }
        int parameter = 1;
        update.setBytes(parameter++, sealing.seal(column.column(), cell.id(), cell.no(), plain));
        for (Object part : cell.primaryKey()) {
            update.setObject(parameter++, part);
        }
        update.setBytes(parameter, cell.sealed());
        update.addBatch();
    }

    private static byte[] bytes(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }
}
