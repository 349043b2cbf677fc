namespace Avance.Functions.Reports.Tables;

/// <summary>What a body owed of a work plan's product in the period.</summary>
/// <param name="Product">The number of the product.</param>
/// <param name="Objective">The objective that it serves.</param>
/// <param name="Title">What is to be delivered.</param>
/// <param name="Unit">Code of the body that owes it.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Activity">The activity as which it is reported.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Delivered">1 if it was delivered, else 0.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
/// <param name="State">State of the progress, or NotReported.</param>
/// <param name="DocumentsCited">The documents cited, one a line.</param>
public sealed record ReportDeliveryRow(
    int Product,
    string Objective,
    string Title,
    string Unit,
    string UnitKey,
    int Activity,
    string ActivityKey,
    int Delivered,
    bool Late,
    string State,
    string DocumentsCited
) : IReportRow
{
    public string Key => new Domain.ActivityNumber(Activity).Key;
}
