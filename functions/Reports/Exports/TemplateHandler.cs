using System.Security.Cryptography;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Reports.Exports;

/// <summary>Takes and gives back the Word template of a plan's reports.</summary>
public sealed class TemplateHandler(PlanCache plans, ReportTemplates templates, AuditTable audit, TimeProvider clock)
{
    /// <summary>Keeps the document in the body, in place of the one before.</summary>
    public async Task<Result<TemplateView>> SaveAsync(
        PlanId plan,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(plan, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(ReportTemplates.ContentType, StringComparison.OrdinalIgnoreCase)
        )
        {
            return new Error("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType);
        }

        if (await RequestBytes.ReadAsync(request, TemplateRules.MaxBytes, cancellationToken) is not { } content)
        {
            const int Most = TemplateRules.MaxBytes / 1_048_576;
            return new Error("template-too-large", StatusCodes.Status413PayloadTooLarge, null, Most);
        }

        if (TemplateRules.Check(content) is { } unfit)
        {
            return unfit;
        }

        var before = await templates.FindAsync(plan, cancellationToken);
        if (before is null || !before.ToMemory().Span.SequenceEqual(content))
        {
            // Before the document: what happened to it can then be accounted for, whatever fails.
            await RecordAsync(plan, "setReportTemplate", HashOf(content), request.GetCaller(), cancellationToken);
            await templates.SaveAsync(plan, content, cancellationToken);
        }

        return new TemplateView(content.Length, HashOf(content));
    }

    public async Task<Result<BinaryData>> FindAsync(PlanId plan, CancellationToken cancellationToken) =>
        await templates.FindAsync(plan, cancellationToken) is { } content
            ? content
            : Error.NotFound("template-unknown", plan);

    /// <summary>Has reports take the styles of the app again.</summary>
    public async Task DeleteAsync(PlanId plan, Caller caller, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(plan, cancellationToken) is { } before)
        {
            var hash = HashOf(before.ToArray());
            await RecordAsync(plan, "deleteReportTemplate", hash, caller, cancellationToken);
            await templates.DeleteAsync(plan, cancellationToken);
        }
    }

    private Task RecordAsync(
        PlanId plan,
        string action,
        string hash,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        audit.AddAsync(
            new AuditEntry(plan, $"{action}|{hash}", clock.GetUtcNow(), caller.Name, action, hash),
            cancellationToken
        );

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
