using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Reports.Policies;

/// <summary>An indicator that is evaluated in a year, with how far it has come.</summary>
/// <param name="Sheet">Its technical sheet.</param>
/// <param name="Indicator">The same with its targets.</param>
/// <param name="Activity">The activity that it is reported as.</param>
/// <param name="Service">The service that it measures; null if it measures the objective.</param>
/// <param name="Objective">The code of its objective, or of that of its service.</param>
public sealed record EvaluatedIndicator(
    PolicyIndicator Sheet,
    Indicator Indicator,
    Activity Activity,
    Service? Service,
    string Objective,
    IndicatorResult Result
);
