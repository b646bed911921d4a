package org.invisiblecollege;

import java.util.List;
import org.invisiblecollege.ingest.command.IngestCommand;
import org.invisiblecollege.ingest.generated.Generate;
import org.invisiblecollege.ingest.seeds.ConvertPages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Starts the service, or runs the command named by the first argument. */
@SpringBootApplication
public class InvisibleCollege {

    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Commands())
                .addSubcommand(new IngestCommand(InvisibleCollege::withoutWeb))
                .addSubcommand(new ConvertPages())
                .addSubcommand(new Generate());
        if (arguments.length > 0 && commands.getSubcommands().containsKey(arguments[0])) {
            System.exit(commands.execute(arguments));
        }
        SpringApplication.run(InvisibleCollege.class, arguments);
    }

    /** The application for a command: no web server, and no data but what the command loads. */
    private static ConfigurableApplicationContext withoutWeb(List<String> properties) {
        return new SpringApplicationBuilder(InvisibleCollege.class)
                .web(WebApplicationType.NONE)
                .properties("college.seeds=off")
                .logStartupInfo(false)
                .run(properties.toArray(String[]::new));
    }

    @CommandLine.Command(name = "invisible-college")
    private static final class Commands {}
}
