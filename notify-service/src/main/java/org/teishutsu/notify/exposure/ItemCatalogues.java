package org.teishutsu.notify.exposure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.report.ReportService;

/** The catalogue kept here: a copy of report-service's, which grows and never loses an item. */
@Singleton
public class ItemCatalogues {

    private final DataSource dataSource;
    private final ReportService reportService;

    ItemCatalogues(DataSource dataSource, ReportService reportService) {
        this.dataSource = dataSource;
        this.reportService = reportService;
    }

    /** The copy, as it is. Joins the caller's transaction. */
    public ItemCatalogue current() {
        return QuarkusTransaction.joiningExisting().call(this::read);
    }

    /**
     * The catalogue as report-service has it now; the copy if it is away. Calls over the network.
     *
     * @throws ProblemException UNAVAILABLE if it is away and there is no copy
     */
    public ItemCatalogue refreshed() {
        reportService
                .leakItems()
                .ifPresent(told -> QuarkusTransaction.requiringNew().run(() -> store(told)));
        ItemCatalogue catalogue = QuarkusTransaction.requiringNew().call(this::read);
        if (catalogue.items().isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "report-service is away and the leak items are not known here yet");
        }
        return catalogue;
    }

    /** Labels follow; an item seen for the first time gets the next bit, so no bit ever changes its meaning. */
    private void store(List<LeakItem> told) {
        try (Connection connection = dataSource.getConnection();
                Statement lock = connection.createStatement();
                PreparedStatement relabel =
                        connection.prepareStatement("update leak_item set label = ? where code = ? and label <> ?");
                PreparedStatement add = connection.prepareStatement("""
                        insert into leak_item (code, label, bit)
                        select ?, ?, coalesce(max(bit) + 1, 0) from leak_item
                        on conflict (code) do nothing
                        """)) {
            lock.execute("lock table leak_item in share row exclusive mode");
            for (LeakItem item : told) {
                relabel.setString(1, item.label());
                relabel.setString(2, item.code());
                relabel.setString(3, item.label());
                relabel.executeUpdate();
                add.setString(1, item.code());
                add.setString(2, item.label());
                add.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of at most " + ItemSet.MAX_ITEMS + " items was not kept", e);
        }
    }

    private ItemCatalogue read() {
        List<CataloguedItem> items = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select code, label, bit from leak_item");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(new CataloguedItem(row.getString(1), row.getString(2), row.getInt(3)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new ItemCatalogue(items);
    }
}
