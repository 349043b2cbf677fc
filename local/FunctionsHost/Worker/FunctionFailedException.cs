namespace Avance.FunctionsHost.Worker;

/// <summary>A function threw; the worker says what.</summary>
public sealed class FunctionFailedException(string function, string type, string message, string stackTrace)
    : Exception($"{function} failed with {type}: {message}{Environment.NewLine}{stackTrace}");
