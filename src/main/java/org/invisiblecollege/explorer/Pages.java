package org.invisiblecollege.explorer;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves GraphiQL, the operations that the explorer and GraphiQL ask, and libraries; the explorer itself is static files. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    /** Their paths have the version of each library. */
    private static final List<String> LIBRARIES = List.of("/_static/", "/webjars/");

    private final boolean hasGraphiQl;

    /** @param hasGraphiQl whether the editor is served */
    Pages(@Value("${college.explorer.graphiql:true}") boolean hasGraphiQl) {
        this.hasGraphiQl = hasGraphiQl;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        if (hasGraphiQl) {
            registry.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/operations/**").addResourceLocations("classpath:/graphql/operations/");
        for (String libraries : LIBRARIES) {
            registry.addResourceHandler(libraries + "**")
                    .addResourceLocations("classpath:/META-INF/resources" + libraries)
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
        }
        if (!hasGraphiQl) {
            // Comes before the folder of all static files, and has none.
            registry.addResourceHandler("/graphiql/**");
        }
    }
}
