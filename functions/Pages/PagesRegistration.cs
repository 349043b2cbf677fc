using Avance.Functions.Pages.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Pages;

/// <summary>Registers what the pages read that no other stage gives alone.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<UnitWork>().AddSingleton<EvidenceList>();
}
