using Avance.Functions.Pages.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Pages;

/// <summary>Registers what joins several stages for the pages.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<UnitWorkReader>().AddSingleton<EvidenceListReader>();
}
