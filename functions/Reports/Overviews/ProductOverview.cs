namespace Avance.Functions.Reports.Overviews;

/// <summary>How a product of a work plan stands.</summary>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Title">What is to be delivered.</param>
/// <param name="Deliveries">What bodies owe of it in the period, by activity.</param>
public sealed record ProductOverview(int Number, string Title, ValueList<DeliveryOverview> Deliveries);
