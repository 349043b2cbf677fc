using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>
/// Keeps mails as files on a developer's machine: <c>.eml</c>, which mail programs open, and beside it the page.
/// Without a folder it is not ready.
/// </summary>
public sealed class FolderTransport(IOptions<MailOptions> options, TimeProvider clock) : IMailTransport
{
    public bool IsReady => options.Value.Folder.Length > 0;

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Value.Folder);
        var path = Path.Combine(folder.FullName, mail.Address);
        await MailFile.WriteAsync(mail, options.Value.From, clock.GetUtcNow(), $"{path}.eml", cancellationToken);
        await File.WriteAllTextAsync($"{path}.html", mail.Content.Html, cancellationToken);
        return new SendOutcome(SendOutcomeKind.Accepted, mail.Address);
    }
}
