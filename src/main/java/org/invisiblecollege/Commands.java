package org.invisiblecollege;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.invisiblecollege.embedded.StoreInUseException;
import org.invisiblecollege.ingest.command.ConvertAnthology;
import org.invisiblecollege.ingest.command.ConvertPages;
import org.invisiblecollege.ingest.command.IngestCommand;
import org.invisiblecollege.ingest.run.FailureText;
import org.invisiblecollege.synthetic.Generate;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of the program, and what it says when one fails. */
final class Commands {

    /** Is printed when Ctrl-C ends a command. */
    static final String STOPPED = "Stopped.";

    private final Serve serve = new Serve();
    private final CommandLine line = new CommandLine(new Root());
    private final BooleanSupplier isStopping;

    /**
     * Creates the commands.
     *
     * @param isStopping whether Ctrl-C was pressed, so that a failure is its consequence
     */
    Commands(IngestCommand.Program program, BooleanSupplier isStopping) {
        this.isStopping = isStopping;
        line.addSubcommand(serve)
                .addSubcommand(new IngestCommand(program))
                .addSubcommand(new Generate())
                .addSubcommand(new ConvertPages())
                .addSubcommand(new ConvertAnthology())
                .setExecutionStrategy(Commands::run)
                .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command))
                .setParameterExceptionHandler((failure, arguments) -> failure instanceof UnmatchedArgumentException
                                && failure.getCommandLine().equals(line)
                        ? refuse(arguments[0])
                        : explain(failure));
    }

    /** Runs the command that the arguments name, {@code serve} if they name none, and returns the exit code. */
    int execute(String... arguments) {
        boolean isDefault = arguments.length == 0
                || (arguments[0].startsWith("-")
                        && !line.getCommandSpec().optionsMap().containsKey(arguments[0]));
        return line.execute(
                isDefault
                        ? Stream.concat(Stream.of("serve"), Stream.of(arguments))
                                .toArray(String[]::new)
                        : arguments);
    }

    /** Returns the properties to start the service with; empty if another command was run. */
    Optional<List<String>> requestedService() {
        return serve.requested();
    }

    CommandLine line() {
        return line;
    }

    /** An {@link Error} is reported like an exception; picocli would let it pass. */
    private static int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(parsed.asCommandLineList().getLast(), "An error ended the command", e);
        }
    }

    private int refuse(String unknown) {
        line.getErr()
                .println("There is no command " + unknown + ". The commands are "
                        + String.join(", ", line.getSubcommands().keySet()) + "; see --help.");
        return CommandLine.ExitCode.USAGE;
    }

    /** One line says what is wrong; the whole usage would hide it. */
    private static int explain(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private int fail(Exception failure, CommandLine command) {
        LoggerFactory.getLogger(Commands.class).debug("Failed", failure);
        Optional<StoreInUseException> inUse = StoreInUseException.in(failure);
        if (inUse.isPresent()) {
            command.getErr().println(inUse.get().forCommands());
            return CommandLine.ExitCode.SOFTWARE;
        }
        command.getErr().println(isStopping.getAsBoolean() ? STOPPED : "FAILED: " + FailureText.of(root(failure)));
        if (command.getCommand() instanceof IngestCommand) {
            command.getErr().println("Give the same command again to go on.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Spring wraps what made a bean fail in a description of the beans that needed it. */
    private static Throwable root(Exception failure) {
        return failure instanceof BeansException beans ? beans.getMostSpecificCause() : failure;
    }

    @Command(
            name = "invisible-college",
            description = {
                "A knowledge graph of scholarship in Neo4j, asked through GraphQL.",
                "Without a command it serves."
            },
            commandListHeading = "%nCommands:%n",
            versionProvider = Version.class,
            mixinStandardHelpOptions = true)
    private static final class Root {}

    /** Reads the version that the build writes to the manifest of the jar. */
    private static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"invisible-college " + (version == null ? "development" : version)};
        }
    }
}
