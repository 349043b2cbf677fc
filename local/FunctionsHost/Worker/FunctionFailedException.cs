using Avance.FunctionsHost.Protocol;

namespace Avance.FunctionsHost.Worker;

/// <summary>A function threw; the worker says what.</summary>
internal sealed class FunctionFailedException(string function, RpcException thrown)
    : Exception($"{function} failed with {thrown.Type}: {thrown.Message}{Environment.NewLine}{thrown.StackTrace}");
