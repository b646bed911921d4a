package org.invisiblecollege;

import java.util.List;
import org.invisiblecollege.ingest.seeds.ConvertPages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

/** Starts the service, or runs the command named by the first argument. */
@SpringBootApplication
public class InvisibleCollege {

    private static final List<Object> COMMANDS = List.of(new ConvertPages());

    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Commands());
        COMMANDS.forEach(commands::addSubcommand);
        if (arguments.length > 0 && commands.getSubcommands().containsKey(arguments[0])) {
            System.exit(commands.execute(arguments));
        }
        SpringApplication.run(InvisibleCollege.class, arguments);
    }

    @CommandLine.Command(name = "invisible-college")
    private static final class Commands {}
}
