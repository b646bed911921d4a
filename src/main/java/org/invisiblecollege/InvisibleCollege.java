package org.invisiblecollege;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class InvisibleCollege {

    public static void main(String[] arguments) {
        SpringApplication.run(InvisibleCollege.class, arguments);
    }
}
