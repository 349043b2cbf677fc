using System.Text.Json;
using Avance.Functions.Access;

namespace Avance.Testing.Builders;

/// <summary>The header that the platform writes for somebody who has signed in.</summary>
public sealed class TestPrincipal
{
    private readonly List<(string Type, string Value)> claims = [];

    public TestPrincipal(Guid objectId, params string[] appRoles)
    {
        With("http://schemas.microsoft.com/identity/claims/objectidentifier", objectId.ToString());
        With("name", "Rosa Quispe");
        With("preferred_username", "rosa.quispe@mimp.gob.pe");
        foreach (var role in appRoles)
        {
            With("roles", role);
        }
    }

    public TestPrincipal With(string type, string value)
    {
        claims.Add((type, value));
        return this;
    }

    public string ToHeader() =>
        Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    auth_typ = "aad",
                    claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
                    name_typ = "name",
                    role_typ = "roles",
                }
            )
        );

    public (string Name, string Value) Header() => (PlatformPrincipal.Header, ToHeader());
}
