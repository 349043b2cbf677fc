using Avance.Functions.Evidence.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>Registers the stage Evidence.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services
            .AddOptions<ReadingOptions>()
            .BindConfiguration(ReadingOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<ReadingOptions>>().Value;
                var time = provider.GetRequiredService<TimeProvider>();
                return new DocumentReader(DocumentReaders.All(options, time), options, time);
            })
            .AddSingleton<EvidenceTable>()
            .AddSingleton<EvidenceBlobs>()
            .AddSingleton<FactBlobs>()
            .AddSingleton<EvidenceUpload>()
            .AddSingleton<EvidenceQueries>()
            .AddSingleton<EvidenceReading>();
    }
}
