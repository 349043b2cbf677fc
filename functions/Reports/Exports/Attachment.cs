namespace Avance.Functions.Reports.Exports;

/// <summary>Answers with a file that a browser saves and never renders.</summary>
internal static class Attachment
{
    public const string Policy = "default-src 'none'; sandbox";

    /// <param name="content">Is disposed of when it has been sent.</param>
    public static IResult Answer(HttpResponse response, Stream content, string type, string fileName)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        return Results.Stream(content, type, fileName);
    }
}
