using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Documents.Reading;

/// <summary>Registers the readers. They need a <see cref="TimeProvider"/> and a <see cref="BusinessCalendar"/>.</summary>
public static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ReadingOptions>, ReadingOptionsValidator>();
        services.AddOptions<ReadingOptions>().BindConfiguration(ReadingOptions.Section).ValidateOnStart();
        services.AddSingleton<ReadingSlots>();
        return services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ReadingOptions>>().Value;
            var time = provider.GetRequiredService<TimeProvider>();
            var calendar = provider.GetRequiredService<BusinessCalendar>();
            return new DocumentReader(
                DocumentReaders.All(options, calendar, time, ReadingTools.HasPoppler),
                options,
                time
            );
        });
    }
}
