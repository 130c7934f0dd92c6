package org.teishutsu.platform.drill;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Outside a drill there is no clock to set, and the description of the service names none. */
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public class DrillClockInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (!ConfigProvider.getConfig().getValue("suite.drill", Boolean.class)) {
            description.getPaths().removePathItem("/drill/clock");
        }
    }
}
