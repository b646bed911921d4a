package org.invisiblecollege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.acl.AclAnthology;

/** Seven conferences of one series (EACL 2009 to 2024) out of the ACL Anthology, in a store of their own. */
public final class AnthologyExcerpt implements AutoCloseable {

    private static final Path ARCHIVE = GivenData.FOLDER.resolve("data/acl-anthology.tar.xz");
    private static final List<String> COLLECTIONS =
            List.of("E09", "E12", "E14", "E17", "2021.eacl", "2023.eacl", "2024.eacl");

    private final OwnStore store;

    /** @param folder where the files are unpacked */
    public AnthologyExcerpt(Path folder) throws IOException, InterruptedException {
        List<String> unpack = new ArrayList<>(List.of("tar", "-xJf", ARCHIVE.toString(), "-C", folder.toString()));
        COLLECTIONS.forEach(name -> unpack.add("acl-anthology/xml/" + name + ".xml"));
        Process tar = new ProcessBuilder(unpack).inheritIO().start();
        assertThat(tar.waitFor()).as("%s", unpack).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("acl-anthology/xml"))) {
            assertThat(files).hasSameSizeAs(COLLECTIONS);
        }
        store = new OwnStore();
        bean(Ingest.class).load(AclAnthology.open(folder.resolve("acl-anthology")), false, Progress.NONE);
        bean(IndexInTests.class).await();
    }

    public <T> T bean(Class<T> type) {
        return store.bean(type);
    }

    @Override
    public void close() {
        store.close();
    }
}
