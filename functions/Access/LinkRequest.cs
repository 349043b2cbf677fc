namespace Avance.Functions.Access;

/// <summary>What a link is asked for: the unit that reports, and the period. Neither asks for the secretariat's desk.</summary>
public sealed record LinkRequest(UnitCode? Unit = null, Period? Period = null);
