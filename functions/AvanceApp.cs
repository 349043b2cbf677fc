using Avance.Functions.Access;
using Avance.Functions.Achievements;
using Avance.Functions.Backups;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Groups;
using Avance.Functions.Http;
using Avance.Functions.Pages;
using Avance.Functions.Persons;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports;
using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Avance.Functions;

/// <summary>Puts the app together: each stage registers what it needs.</summary>
public static class AvanceApp
{
    public static FunctionsApplicationBuilder AddAvance(this FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.AddTelemetry();
        // The host bounds the length of bodies and how slowly they come, and what takes one bounds it further. The server's
        // own limits go: of 30 MB, and of 5 seconds after which it gives a line up that stalls.
        builder.Services.Configure<KestrelServerOptions>(server =>
        {
            server.Limits.MaxRequestBodySize = null;
            server.Limits.MinRequestBodyDataRate = null;
        });
        builder.UseMiddleware<UnreadBodyMiddleware>();
        builder.UseMiddleware<ResponseHeadersMiddleware>();
        builder.UseMiddleware<ExceptionMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        // Its lines for each request carry the query, where a link may have its token.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HttpJsonOptions>(options =>
            options.SerializerOptions.Encoder = Json.Options.Encoder
        );
        builder
            .Services.AddGroups()
            .AddPlans()
            .AddAccess()
            .AddAchievements()
            .AddEvidence()
            .AddProgress()
            .AddFindings()
            .AddReminders()
            .AddReports()
            .AddBackups()
            .AddPersons()
            .AddPages();
        builder.Services.AddStorage().AddSingleton<KnownRoutes>().AddSingleton<DeveloperMachine>();
        return builder;
    }
}
