using Avance.Functions.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>
/// Writes and reads the tokens of links. A token names the link's row, which says what the link is for, and is
/// encrypted, so that it cannot be forged. It stands behind the <c>#</c> of the address, which browsers never send: no
/// log of a server, proxy or telemetry has it.
/// </summary>
public sealed class LinkTokens(IDataProtectionProvider provider, IOptions<AccessOptions> options)
{
    private readonly SignedText text = new(provider, "Link");

    /// <summary><c>https://…/entrar#TOKEN</c></summary>
    public Uri Address(FormLink link) =>
        new(options.Value.Address, $"/{Routes.Entry}#{text.Write(link.Plan.ToString(), link.Id)}");

    public bool TryRead(string? token, out PlanId plan, out string id)
    {
        if (text.Read(token) is [var name, var linkId] && PlanId.TryParse(name, null, out plan))
        {
            id = linkId;
            return true;
        }

        (plan, id) = (default, "");
        return false;
    }
}
