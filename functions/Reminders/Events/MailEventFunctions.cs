using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reminders.Events;

/// <summary>Takes SendGrid's events over HTTP. It requires no sign-in: the events themselves are signed.</summary>
public sealed class MailEventFunctions(MailEvents events)
{
    [Function("PostMailEvents"), Requires(Permission.Anonymous)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "mail/events")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await RequestBytes.ReadAsync(request, MailEvents.MaxBytes, cancellationToken) is { } body
            ? await events
                .TakeAsync(
                    body,
                    request.Headers[EventSignature.SignatureHeader],
                    request.Headers[EventSignature.TimestampHeader],
                    cancellationToken
                )
                .ToAnswerAsync(_ => Results.NoContent())
            : Problem.From(
                new Error("body-too-large", StatusCodes.Status413PayloadTooLarge, null, MailEvents.MaxBytes / 1024)
            );
}
