package org.teishutsu.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    private RunFolder run;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        run = new RunFolder(folder.resolve("run"));
    }

    @Test
    void aDemoTakesAnEmptyFolderOrADemos() throws IOException {
        assertThatCode(run::mustBeADemosOrEmpty).doesNotThrowAnyException();
        run.begin(Mode.DEMO);
        assertThatCode(run::mustBeADemosOrEmpty).doesNotThrowAnyException();
    }

    @Test
    void aDemoRefusesWhateverElseIsThere() throws IOException {
        Files.createDirectories(run.root());
        Files.writeString(run.path("holiday.jpg"), "x");
        assertThatThrownBy(run::mustBeADemosOrEmpty)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("not a demo's")
                .hasMessageContaining("TEISHUTSU_RUN");
    }

    @Test
    void aDemoRefusesAFolderInUse() throws IOException {
        run.begin(Mode.REAL);
        assertThatThrownBy(run::mustBeADemosOrEmpty).hasMessageContaining("it was started as REAL");
        assertThat(run.path("mode")).exists();
    }

    @Test
    void upGoesOnInTheModeOnRecord() throws IOException {
        assertThat(run.modeToGoOnIn(false)).isEqualTo(Mode.REAL);
        assertThat(run.modeToGoOnIn(true)).isEqualTo(Mode.DRILL);
        run.begin(Mode.DEMO);
        assertThat(run.modeToGoOnIn(false)).isEqualTo(Mode.DEMO);
        assertThat(run.modeToGoOnIn(true)).isEqualTo(Mode.DEMO);
    }

    @Test
    void aRealOneCannotGoOnAsADrill() throws IOException {
        run.begin(Mode.REAL);
        assertThatThrownBy(() -> run.modeToGoOnIn(true)).hasMessageContaining("cannot go on as a drill");
    }

    @Test
    void wipingKeepsOnlyTheUnpackedPrograms() throws IOException {
        run.begin(Mode.DEMO);
        Files.createDirectories(run.mail());
        Files.writeString(run.mail().resolve("a.eml"), "x");
        Files.createDirectories(run.binaries());
        run.wipe();
        assertThat(run.root()).isDirectoryContaining(run.binaries()::equals);
        assertThat(run.mail()).doesNotExist();
        assertThat(run.mode()).isEmpty();
        assertThatCode(run::mustBeADemosOrEmpty).doesNotThrowAnyException();
    }

    @Test
    void notEnoughSpaceSaysHowMuchIsMissingAndWhatToDo() {
        assertThatThrownBy(() -> run.mustHaveSpace(Long.MAX_VALUE / 2))
                .hasMessageContaining("not enough disk space")
                .hasMessageContaining("TEISHUTSU_RUN");
    }

    @Test
    void aPortInUseIsNamedWithWhoNeedsItAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.mustBeFree(port, "report-service", "TEISHUTSU_REPORT_PORT"))
                    .hasMessageContaining("port " + port + " is taken, and report-service needs it")
                    .hasMessageContaining("TEISHUTSU_REPORT_PORT");
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Settings.of(folder, Map.of("TEISHUTSU_MAIL_PORT", "smtp")))
                .hasMessage("TEISHUTSU_MAIL_PORT is not a port: smtp");
    }

    @Test
    void credentialsAreMadeOnceAndForTheOwnerAlone() throws IOException {
        run.begin(Mode.DRILL);
        List<Credentials.User> made = Credentials.of(run.credentials()).all();
        assertThat(made)
                .extracting(Credentials.User::name)
                .containsExactly(
                        "officer", "officer2", "approver", "approver2", "representative", "desk", "auditor", "service");
        assertThat(Credentials.of(run.credentials()).all()).isEqualTo(made);
        assertThat(Files.readAllLines(run.credentials()))
                .allSatisfy(line -> assertThat(line).matches("[a-z0-9]+:[\\w-]{24}:[a-z]+"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.credentials())))
                .isEqualTo("rw-------");
        assertThat(made.get(0).toString()).doesNotContain(made.get(0).password());
    }

    @Test
    void aProcessIsKnownByItsStartAndNotByItsIdAlone() throws IOException {
        Path file = folder.resolve("some.pid");
        ProcessMark mark = ProcessMark.of(ProcessHandle.current());
        mark.write(file);
        assertThat(ProcessMark.read(file).orElseThrow().alive()).contains(ProcessHandle.current());
        new ProcessMark(mark.pid(), mark.started().minusSeconds(60)).write(file);
        assertThat(ProcessMark.read(file).orElseThrow().alive()).isEmpty();
    }
}
