namespace Avance.Functions.Reports.Overviews;

/// <summary>How a body stands with a product that it owes.</summary>
/// <param name="Activity">The activity as which it is reported.</param>
/// <param name="Unit">The body.</param>
/// <param name="Delivered">True if it was delivered.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
public sealed record DeliveryOverview(ActivityNumber Activity, UnitCode Unit, bool Delivered, bool Late);
