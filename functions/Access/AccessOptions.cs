using System.ComponentModel.DataAnnotations;

namespace Avance.Functions.Access;

/// <summary>The settings <c>Access:…</c>. A value out of its range stops the start.</summary>
public sealed record AccessOptions
{
    public const string Section = "Access";

    /// <summary>Where browsers reach the app, <c>http://localhost:7071</c> unless set. Links begin with it, and only pages from there may change anything.</summary>
    [Required]
    public Uri Address { get; init; } = new("http://localhost:7071");

    /// <summary>
    /// The key in a vault of Azure that encrypts the app's own keys before they are stored, such as
    /// <c>https://NAME.vault.azure.net/keys/data-protection</c>; none unless set: they are stored as they are.
    /// </summary>
    public Uri? KeyEncryptionKey { get; init; }

    /// <summary>Days that a form link works, 1 to 60, 14 unless set.</summary>
    [Range(1, 60)]
    public int LinkDays { get; init; } = 14;

    /// <summary>Hours that a session works, 1 to 24, 12 unless set; never longer than its link.</summary>
    [Range(1, 24)]
    public int SessionHours { get; init; } = 12;

    /// <summary>Requests a minute that all sessions of a link together may make of one instance, 10 to 10,000, 300 unless set.</summary>
    [Range(10, 10_000)]
    public int RequestsPerMinute { get; init; } = 300;

    /// <summary>
    /// Whether the header <c>X-MS-CLIENT-PRINCIPAL</c> says who is signed in; false unless set. Only the deployment to
    /// Azure sets it, where the platform removes such a header from what comes from outside. Elsewhere any caller could
    /// set it, so it counts only where the platform also says that its authentication is on.
    /// </summary>
    public bool TrustPlatformAuthentication { get; init; }

    /// <summary>
    /// Whether the authentication of Container Apps is on; false unless set, and without meaning elsewhere. Set by the
    /// deployment that turns it on, since that platform has no variable of its own for it.
    /// </summary>
    public bool ContainerAppsAuthentication { get; init; }
}
