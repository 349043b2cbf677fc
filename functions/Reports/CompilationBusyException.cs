namespace Avance.Functions.Reports;

/// <summary>Another run is at work on the plan's reports. The queue tries again when its lease has run out.</summary>
public sealed class CompilationBusyException(PlanId plan)
    : Exception($"The reports of {plan} are being compiled by another run.");
