package org.invisiblecollege.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.invisiblecollege.kernel.SecretFile;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Runs a Neo4j Community DBMS in this process. Clients connect as to a server: over Bolt, with a user and a password.
 *
 * <p>Thread-safe; {@link #close()} stops the DBMS and may be called more than once.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    /** The only user of Neo4j's Community edition. */
    public static final String USER = "neo4j";

    private static final String DATABASE = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;

    /** The label of the lock of neo4j-migrations, which refuses to start while there is such a node. */
    private static final Label MIGRATIONS_LOCK = Label.label("__Neo4jMigrationsLock");

    private final DatabaseManagementService dbms;
    private final URI uri;
    private final String password;

    private EmbeddedNeo4j(DatabaseManagementService dbms, URI uri, String password) {
        this.dbms = dbms;
        this.uri = uri;
        this.password = password;
    }

    /**
     * Starts the DBMS, creating the store and its password on the first start.
     *
     * @param directory store directory; created if missing
     * @param boltPort port on loopback; 0 for any free one
     * @param pageCacheBytes memory for store pages outside the heap, in bytes
     * @throws StoreInUseException if another process has the store open
     */
    public static EmbeddedNeo4j start(Path directory, int boltPort, long pageCacheBytes) {
        Path home = directory.toAbsolutePath().normalize();
        DatabaseManagementService dbms = null;
        try {
            SecretFile.privateFolder(home);
            dbms = new DatabaseManagementServiceBuilder(home)
                    .setConfig(BoltConnector.enabled, true)
                    .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", boltPort))
                    .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", boltPort))
                    .setConfig(GraphDatabaseSettings.auth_enabled, true)
                    .setConfig(GraphDatabaseSettings.pagecache_memory, pageCacheBytes)
                    .setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
                    .setConfig(GraphDatabaseSettings.udc_enabled, false)
                    .setConfig(GraphDatabaseInternalSettings.dump_diagnostics, false)
                    // Bolt's event loops wait this long for late messages, five times two seconds by default;
                    // our own driver is closed before.
                    .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
                    .build();
            String password = password(home.resolve("password"), dbms);
            releaseMigrationsLock(dbms);
            int port = ((GraphDatabaseAPI) dbms.database(DATABASE))
                    .getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT)
                    .getPort();
            return new EmbeddedNeo4j(dbms, URI.create("bolt://127.0.0.1:" + port), password);
        } catch (IOException e) {
            stop(dbms);
            throw new UncheckedIOException(
                    "Cannot use " + home
                            + " as the store directory; check its permissions or set college.embedded.directory",
                    e);
        } catch (RuntimeException | Error e) {
            stop(dbms);
            if (isLocked(e)) {
                throw new StoreInUseException(home, e);
            }
            throw e;
        }
    }

    /** Returns the address for the driver. */
    public URI uri() {
        return uri;
    }

    /** Returns the database, to be read past Bolt. */
    GraphDatabaseAPI database() {
        return (GraphDatabaseAPI) dbms.database(DATABASE);
    }

    /** Returns the password of {@link #USER}, which is generated and stored next to the store. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        dbms.shutdown();
    }

    private static void stop(@Nullable DatabaseManagementService dbms) {
        if (dbms != null) {
            dbms.shutdown();
        }
    }

    /** Writes the password file last, so that after a crash in between the next start sets a new password. */
    private static String password(Path file, DatabaseManagementService dbms) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        dbms.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER $user SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("user", USER, "password", password));
        SecretFile.write(file, password);
        return password;
    }

    /** Deletes the lock of the migrations; no other process has the store open, so the one that held it was killed. */
    private static void releaseMigrationsLock(DatabaseManagementService dbms) {
        try (Transaction transaction = dbms.database(DATABASE).beginTx();
                ResourceIterator<Node> locks = transaction.findNodes(MIGRATIONS_LOCK)) {
            if (locks.hasNext()) {
                locks.forEachRemaining(Node::delete);
                transaction.commit();
            }
        }
    }

    private static boolean isLocked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return true;
            }
        }
        return false;
    }
}
