using Avance.Functions.Http;
using HtmlAgilityPack;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Shows the mails that a developer's machine keeps as files. Elsewhere these addresses answer 404.</summary>
public sealed class DevelopmentMailFunctions(DeveloperMachine machine, IOptions<MailOptions> options)
{
    private const string Text = "development-mail";

    // A mail has its styles in its elements, and loads nothing.
    private const string MailPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    [Function("ListDevelopmentMail"), Requires(Permission.Anonymous)]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dev/mail")] HttpRequest request)
    {
        if (!machine.IsHere(request.HttpContext))
        {
            return Problem.From(Error.NotFound("address-unknown"));
        }

        var items = Pages()
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Html: File.ReadAllText(path)))
            .Select(mail =>
                $"<li><a href=\"/dev/mail/{HtmlDocument.HtmlEncode(mail.Name)}\">{TitleOf(mail.Html)}</a></li>"
            );
        var title = Messages.Text($"{Text}.title");
        var page =
            $"<!doctype html><html lang=\"es\"><head><meta charset=\"utf-8\"><title>{title}</title></head>"
            + $"<body><main><h1>{title}</h1><p>{Messages.Text($"{Text}.detail")}</p><ol>{string.Concat(items)}</ol></main></body></html>";
        return Results.Text(page, "text/html; charset=utf-8");
    }

    [Function("ShowDevelopmentMail"), Requires(Permission.Anonymous)]
    public IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dev/mail/{name}")] HttpRequest request
    )
    {
        var name = request.GetRouteText("name");
        if (
            !machine.IsHere(request.HttpContext)
            || Pages().FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) is not { } found
        )
        {
            return Problem.From(Error.NotFound("address-unknown"));
        }

        request.HttpContext.Response.Headers.ContentSecurityPolicy = MailPolicy;
        return Results.Text(File.ReadAllText(found), "text/html; charset=utf-8");
    }

    /// <summary>The latest one first.</summary>
    private IEnumerable<string> Pages() =>
        options.Value.Folder.Length > 0 && Directory.Exists(options.Value.Folder)
            ? Directory.EnumerateFiles(options.Value.Folder, "*.html").OrderByDescending(File.GetLastWriteTimeUtc)
            : [];

    /// <summary>The title, still encoded as in the page.</summary>
    private static string TitleOf(string html)
    {
        var page = new HtmlDocument();
        page.LoadHtml(html);
        return page.DocumentNode.SelectSingleNode("//title")?.InnerHtml ?? "";
    }
}
