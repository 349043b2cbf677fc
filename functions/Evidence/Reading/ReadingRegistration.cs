using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence.Reading;

/// <summary>Registers the readers. They need a <see cref="TimeProvider"/>.</summary>
public static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ReadingOptions>, ReadingOptionsValidator>();
        services.AddOptions<ReadingOptions>().BindConfiguration(ReadingOptions.Section).ValidateOnStart();
        return services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ReadingOptions>>().Value;
            var time = provider.GetRequiredService<TimeProvider>();
            return new DocumentReader(DocumentReaders.All(options, time), options, time);
        });
    }
}
