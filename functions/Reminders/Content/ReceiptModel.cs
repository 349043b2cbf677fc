using Avance.Functions.Progress;

namespace Avance.Functions.Reminders.Content;

/// <summary>The content of the mail that confirms a submission.</summary>
/// <param name="To">Whom it goes to.</param>
public sealed record ReceiptModel(SubmissionReceipt Receipt, Recipient To)
{
    public string Subject =>
        $"Constancia {Receipt.Number} {(Receipt.Indicator is null ? "de la" : "del")} {What} · {Receipt.Plan}";

    /// <summary>What was reported: an activity, or an indicator with its code.</summary>
    public string What => Receipt.Indicator is { } code ? $"indicador {code}" : $"actividad {Receipt.Activity?.Number}";

    /// <summary>When it was received, in the plan's time zone.</summary>
    public string At => Receipt.At.ToString("d 'de' MMMM 'de' yyyy, HH:mm:ss", Messages.Culture);

    public static string SizeOf(EvidenceEntry file) =>
        file.Size < 1024 * 1024
            ? string.Create(Messages.Culture, $"{Math.Ceiling(file.Size / 1024m):N0} KB")
            : string.Create(Messages.Culture, $"{file.Size / 1048576m:N1} MB");

    public string NameOf(GoalEntry goal) =>
        Receipt.IsDelivery ? "Entrega"
        : Receipt.Indicator is null ? $"Meta de {goal.Year}"
        : $"Valor obtenido de {goal.Year}";

    /// <summary>What became of a goal, as people say it.</summary>
    public string ResultOf(GoalEntry goal) =>
        goal.Outcome switch
        {
            Outcome.SourceNotProduced => $"la fuente no se produjo. {goal.Reason}",
            Outcome.UnderReview => $"el indicador está en revisión. {goal.Reason}",
            Outcome.NotReported when Receipt.Indicator is not null => $"no se cuenta con la información. {goal.Reason}",
            Outcome.Reported when Receipt.IsDelivery => $"se entregó ({Receipt.Activity?.UnitOfMeasure})",
            Outcome.NotReported when Receipt.IsDelivery => $"no se entregó. {goal.Reason}",
            Outcome.Reported => string.Create(
                Messages.Culture,
                $"{goal.Executed:#,0.####} ({Receipt.Activity?.UnitOfMeasure})"
            ),
            Outcome.NotQuantified => $"se hizo, sin una cantidad. {goal.Reason}",
            Outcome.Rescheduled => $"se reprogramó para otro año. {goal.Reason}",
            Outcome.Reformulated => $"la actividad se reformuló. {goal.Reason}",
            Outcome.Suspended => $"se integró en otra actividad. {goal.Reason}",
            _ => $"no se ejecutó. {goal.Reason}",
        };
}
