using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Export;
using Avance.Functions.Plans.Import;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Plans;

/// <summary>Registers the stage Plans. It needs a <c>TableServiceClient</c> and a <see cref="TimeProvider"/>.</summary>
public static class PlansRegistration
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services
            .AddOptions<CalendarOptions>()
            .BindConfiguration(CalendarOptions.Section)
            .Validate(options => options.IsValid, "Calendar:TimeZone is no time zone that this system knows.")
            .ValidateOnStart();
        return services
            .AddStorageNames(tables: [PlansTable.Name])
            .AddSingleton(provider => new BusinessCalendar(
                TimeZoneInfo.FindSystemTimeZoneById(
                    provider.GetRequiredService<IOptions<CalendarOptions>>().Value.TimeZone
                ),
                Holidays.Peru
            ))
            .AddSingleton<ReportedActivityReader>()
            .AddSingleton<PlansTable>()
            .AddSingleton<PlanCache>()
            .AddSingleton<PlanQueries>()
            .AddSingleton<ImportHandler>()
            .AddSingleton<PlanFileHandler>()
            .AddSingleton<AmendmentHandler>();
    }
}
