using System.Text.RegularExpressions;
using Avance.Functions.Tests.Drivers;
using Azure.Core;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Faults;

/// <summary>
/// The tables as a later version of the app writes them: each row has a column, and each JSON object that is stored in a column
/// a member, that the present one does not know.
/// </summary>
internal static partial class NewerVersion
{
    public static TableServiceClient Connect(string storage) =>
        new HookedTransport(
            async (request, send) =>
            {
                if (request.Content is not null)
                {
                    await AddAsync(request);
                }

                await send();
            }
        ).Connect(storage);

    private static async Task AddAsync(Request request)
    {
        using var copy = new MemoryStream();
        await request.Content!.WriteToAsync(copy, CancellationToken.None);
        var content = System.Text.Encoding.UTF8.GetString(copy.ToArray());
        content = Row.Replace(content, """{"ColumnOfTomorrow":"x",""");
        content = StoredObject.Replace(content, """:"{\u0022memberOfTomorrow\u0022:1,\u0022""");
        request.Content = RequestContent.Create(System.Text.Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Each row begins a line, alone or in a transaction.</summary>
    [GeneratedRegex("""^\{(?="\w)""", RegexOptions.Multiline, 1_000)]
    private static partial Regex Row { get; }

    [GeneratedRegex(""":"\{(\\u0022|\\")""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex StoredObject { get; }
}
