using Avance.Functions.Storage;
using Azure.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Registers the stage Access. It needs the storage's clients, <c>DeveloperMachine</c> and a <see cref="TimeProvider"/>.</summary>
public static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();
        return services
            .AddStorageNames(tables: [FormLinkTable.Name], containers: [KeyBlobs.Container])
            .AddKeys()
            .AddSingleton<FunctionPermissions>()
            .AddSingleton<DevelopmentSignIn>()
            .AddSingleton<PlatformSignIn>()
            .AddSingleton<Identities>()
            .AddSingleton<OtherPlanAccess>()
            .AddSingleton<AntiForgery>()
            .AddSingleton<FormLinkTable>()
            .AddSingleton<ActiveLinkCache>()
            .AddSingleton<LinkTokens>()
            .AddSingleton<LinkLimiter>()
            .AddSingleton<FormLinkHandler>()
            .AddSingleton<Sessions>()
            .AddSingleton<MemberTable>()
            .AddSingleton<MemberHandler>();
    }

    /// <summary>Data Protection with the keys of all instances.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        var before = services.Where(IsStarted).ToHashSet();
        services.AddDataProtection().SetApplicationName("avance");
        // Its preload would make the start wait for the storage. The keys are read with the first link instead.
        foreach (var preload in services.Where(IsStarted).Except(before).ToArray())
        {
            services.Remove(preload);
        }

        return services
            .AddSingleton<KeyBlobs>()
            .AddSingleton(provider => new VaultKey(
                provider.GetRequiredService<IOptions<AccessOptions>>().Value.KeyEncryptionKey!,
                new DefaultAzureCredential(),
                StorageRetries.ForRows(new VaultKeyClientOptions())
            ))
            .AddSingleton<VaultKeyEncryptor>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(
                provider => new ConfigureOptions<KeyManagementOptions>(options =>
                {
                    options.XmlRepository = provider.GetRequiredService<KeyBlobs>();
                    if (provider.GetRequiredService<IOptions<AccessOptions>>().Value.KeyEncryptionKey is not null)
                    {
                        options.XmlEncryptor = provider.GetRequiredService<VaultKeyEncryptor>();
                    }
                })
            );

        static bool IsStarted(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService);
    }
}
