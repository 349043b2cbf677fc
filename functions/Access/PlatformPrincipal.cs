using System.Text.Json;

namespace Avance.Functions.Access;

/// <summary>The account of the directory that the platform says is signed in.</summary>
/// <param name="AppRoles">The roles of this app that the directory gives it, for example <c>Avance.Reader</c>.</param>
/// <param name="Groups">The groups that it is in, as far as the directory says so: register the app for groups assigned to it.</param>
public sealed record PlatformPrincipal(Guid ObjectId, IReadOnlySet<string> AppRoles, IReadOnlySet<Guid> Groups)
{
    /// <summary>https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    // The platform writes claims with their short or their long names, depending on the version of its tokens.
    private static readonly string[] ObjectIdTypes =
    [
        "oid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    private static readonly string[] RoleTypes =
    [
        "roles",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    ];

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="header">Base64 of JSON with a list of claims.</param>
    /// <returns>Null if the header names no account.</returns>
    public static PlatformPrincipal? Parse(string? header)
    {
        Claim[] claims;
        try
        {
            claims = JsonSerializer.Deserialize<Content>(Convert.FromBase64String(header ?? ""), Web)?.Claims ?? [];
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }

        var ids = Values(ObjectIdTypes).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return ids is [var id] && Guid.TryParse(id, out var objectId)
            ? new PlatformPrincipal(
                objectId,
                Values(RoleTypes).ToHashSet(StringComparer.Ordinal),
                Values("groups").Where(group => Guid.TryParse(group, out _)).Select(Guid.Parse).ToHashSet()
            )
            : null;

        IEnumerable<string> Values(params string[] types) =>
            claims.Where(claim => types.Contains(claim.Typ, StringComparer.Ordinal)).Select(claim => claim.Val ?? "");
    }

    private sealed record Content(Claim[]? Claims);

    private sealed record Claim(string? Typ, string? Val);
}
