namespace Avance.Functions.Access;

/// <summary>Asks for a link for a unit and a period, or, with neither, for the secretariat's desk.</summary>
public sealed record LinkRequest(UnitCode? Unit = null, Period? Period = null);
