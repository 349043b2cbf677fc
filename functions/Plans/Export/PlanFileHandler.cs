using Avance.Functions.Http;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>Gives plans, and an empty template, in the format of the import.</summary>
public sealed class PlanFileHandler(PlanCache plans, BusinessCalendar calendar)
{
    /// <summary>The plan, with its contacts for those only who may import it.</summary>
    /// <param name="format">As the address says it.</param>
    public async Task<Result<PlanDownload>> WriteAsync(
        PlanId id,
        string? format,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!Read(format).Succeeded(out var known, out var error))
        {
            return error;
        }

        return (await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out error)
            ? PlanFileWriter.Write($"{id}", known, PlanSheets.Of(plan, caller.MayManage(id), calendar))
            : error;
    }

    /// <summary>A plan to be filled in.</summary>
    /// <param name="kind">As JSON calls it; null for a sector plan.</param>
    public static Result<PlanDownload> WriteTemplate(string? format, string? kind)
    {
        if (!Read(format).Succeeded(out var known, out var error))
        {
            return error;
        }

        PlanKind[] kinds =
        [
            .. Enum.GetValues<PlanKind>()
                .Where(one => ImportWords.InJson(ImportWords.PlanKinds, one) == (kind ?? "sector")),
        ];
        if (kinds is not [var of])
        {
            return Error.Invalid("plan-template-kind", "kind");
        }

        return PlanFileWriter.Write(
            Messages.Text("plan-template.name"),
            known,
            PlanSheets.EmptyOf(of),
            PlanInstructions.Of(of)
        );
    }

    private static Result<PlanFileFormat> Read(string? format) =>
        format switch
        {
            "json" => PlanFileFormat.Json,
            "xlsx" => PlanFileFormat.Xlsx,
            "csv" => PlanFileFormat.Csv,
            _ => Error.Invalid("plan-file-format", "format"),
        };
}
