namespace Avance.Functions.Access;

/// <summary>A form link as the API shows it.</summary>
/// <param name="Url">The link itself; only in the answer to its creation.</param>
public sealed record LinkView(
    string Id,
    UnitCode? Unit,
    Period? Period,
    FormLinkState State,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset Expires,
    DateTimeOffset? RevokedAt,
    Uri? Url
)
{
    public static LinkView Of(FormLink link, FormLinkState state, Uri? url = null) =>
        new(link.Id, link.Unit, link.Period, state, link.CreatedBy, link.CreatedAt, link.Expires, link.RevokedAt, url);
}
