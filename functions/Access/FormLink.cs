using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Functions.Access;

/// <summary>A link with which a unit opens its form.</summary>
/// <param name="Id">Names the link within the plan: 12 letters, digits, hyphens and underscores.</param>
/// <param name="Unit">The unit that reports; null for a link to the secretariat's desk, which works on a developer's machine only.</param>
/// <param name="Period">The only period that it gives access to; null with the unit.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Expires">From then on it does not work.</param>
/// <param name="RevokedAt">When this link was revoked; null if it was not, or only with all links of the plan.</param>
public sealed record FormLink(
    PlanId Plan,
    string Id,
    UnitCode? Unit,
    Period? Period,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset Expires,
    DateTimeOffset? RevokedAt = null
)
{
    private const int IdBytes = 9;

    /// <summary>
    /// The id of the link that replaces an expired or revoked one. The same arguments always give the same id.
    /// </summary>
    /// <param name="number">How many links were replaced before; 0 gives the id itself.</param>
    public static string Successor(string id, int number) =>
        number == 0
            ? id
            : Base64Url.EncodeToString(
                SHA256
                    .HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{number}")))
                    .AsSpan(0, IdBytes)
            );

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>True if the text has the form of a link's id.</summary>
    public static bool IsId(string text) =>
        Base64Url.IsValid(text, out var bytes) && bytes == IdBytes && !text.Any(char.IsWhiteSpace);

    /// <param name="allRevokedAt">When all links of the plan were revoked at once; null for never.</param>
    public FormLinkState StateAt(DateTimeOffset now, DateTimeOffset? allRevokedAt) =>
        RevokedAt is not null || CreatedAt <= allRevokedAt ? FormLinkState.Revoked
        : now >= Expires ? FormLinkState.Expired
        : FormLinkState.Active;

    /// <summary>The caller that the link identifies.</summary>
    public Caller ToCaller() =>
        new(Unit is null ? Role.Secretariat : Role.UnitReporter, Plan, Unit, $"link:{Id}") { Period = Period };
}
