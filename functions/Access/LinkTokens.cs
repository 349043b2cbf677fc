using Avance.Functions.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>
/// Writes the links that are sent, and reads what comes back. What a link is for is in its row: the token only says
/// which one, so that nobody can make up one. It stands behind the <c>#</c> of the address, which browsers never send:
/// no log of a server, proxy or telemetry on the way has it.
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
