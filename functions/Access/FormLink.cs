using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Functions.Access;

/// <summary>A link with which a unit opens its form.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Id">Names the link within the plan: 12 letters, digits, hyphens and underscores.</param>
/// <param name="Unit">The unit that reports; null for a link to the secretariat's desk, which works on a developer's machine only.</param>
/// <param name="Period">The only period that may be touched; null with the unit.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="Expires">From then on it does not work.</param>
/// <param name="RevokedAt">From then on it does not work either; null if nobody revoked it by itself.</param>
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

    /// <summary>The id of the link that takes the place of one that works no more, each time another: always the same.</summary>
    /// <param name="number">How many did before; 0 gives the id itself.</param>
    public static string Successor(string id, int number) =>
        number == 0
            ? id
            : Base64Url.EncodeToString(
                SHA256
                    .HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{number}")))
                    .AsSpan(0, IdBytes)
            );

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>True for what may be the id of a link.</summary>
    public static bool IsId(string text) =>
        Base64Url.IsValid(text, out var bytes) && bytes == IdBytes && !text.Any(char.IsWhiteSpace);

    /// <param name="now">The instant to decide for.</param>
    /// <param name="allRevokedAt">When all links of the plan were revoked at once; null for never.</param>
    public FormLinkState StateAt(DateTimeOffset now, DateTimeOffset? allRevokedAt) =>
        RevokedAt is not null || CreatedAt <= allRevokedAt ? FormLinkState.Revoked
        : now >= Expires ? FormLinkState.Expired
        : FormLinkState.Active;

    /// <summary>Whoever came by the link.</summary>
    public Caller ToCaller() =>
        new(Unit is null ? Role.Secretariat : Role.UnitReporter, Plan, Unit, $"link:{Id}") { Period = Period };
}
