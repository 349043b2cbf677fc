using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reminders.Content;

/// <summary>Writes mails from their templates. Everything that a model holds is encoded there.</summary>
public sealed class MailWriter(IServiceProvider services, ILoggerFactory loggers)
{
    /// <param name="model">Its content.</param>
    /// <param name="id">Names the event of the calendar: a later mail of the same deadline replaces it.</param>
    /// <param name="now">When the mail is written.</param>
    public async Task<MailContent> WriteAsync(ReminderModel model, string id, DateTimeOffset now)
    {
        var html = await RenderAsync<ReminderMail>(model);
        var calendar = model.DaysLeft < 0 ? null : DeadlineCalendar.Write(model, id, now);
        return new MailContent(OneLine(model.Subject), html, PlainText.Of(html), calendar);
    }

    public async Task<MailContent> WriteAsync(DigestModel model)
    {
        var html = await RenderAsync<DigestMail>(model);
        return new MailContent(OneLine(model.Subject), html, PlainText.Of(html), null);
    }

    public async Task<MailContent> WriteAsync(ReceiptModel model)
    {
        var html = await RenderAsync<ReceiptMail>(model);
        return new MailContent(OneLine(model.Subject), html, PlainText.Of(html), null);
    }

    /// <param name="model">Its content.</param>
    /// <param name="now">When the mail is written.</param>
    public async Task<MailContent> WriteAsync(CallModel model, DateTimeOffset now)
    {
        var html = await RenderAsync<CallMail>(model);
        return new MailContent(
            OneLine(model.Subject),
            html,
            PlainText.Of(html),
            SessionCalendar.Write(model, now),
            "sesion.ics",
            SessionCalendar.MethodOf(model)
        );
    }

    public async Task<MailContent> WriteAsync(AgreementModel model)
    {
        var html = await RenderAsync<AgreementMail>(model);
        return new MailContent(OneLine(model.Subject), html, PlainText.Of(html), null);
    }

    public async Task<MailContent> WriteAsync(DutyModel model)
    {
        var html = await RenderAsync<DutyMail>(model);
        return new MailContent(OneLine(model.Subject), html, PlainText.Of(html), null);
    }

    private async Task<string> RenderAsync<T>(object model)
        where T : IComponent
    {
        // Some services of the renderer are scoped.
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            "<!doctype html>\n" + (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString()
        );
    }

    // The name of a plan comes from its file: a line end in a subject would begin another header.
    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
