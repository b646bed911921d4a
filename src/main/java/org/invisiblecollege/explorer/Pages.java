package org.invisiblecollege.explorer;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves GraphiQL and the example operations it opens; the start page is a static file. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String LIBRARIES = "/_static/";

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
        // The path of a library has its version.
        registry.addResourceHandler(LIBRARIES + "**")
                .addResourceLocations("classpath:/META-INF/resources" + LIBRARIES)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        if (!hasGraphiQl) {
            // Comes before the folder of all static files, and has none.
            registry.addResourceHandler("/graphiql/**");
        }
    }
}
