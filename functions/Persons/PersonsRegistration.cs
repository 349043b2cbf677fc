using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Persons;

/// <summary>Registers the stage Persons.</summary>
public static class PersonsRegistration
{
    public static IServiceCollection AddPersons(this IServiceCollection services) =>
        services
            .AddSingleton<PersonSearch>()
            .AddSingleton<PersonContacts>()
            .AddSingleton<PersonEraser>()
            .AddSingleton<PersonHandler>();
}
