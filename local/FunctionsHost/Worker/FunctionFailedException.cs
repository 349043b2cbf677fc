using Avance.FunctionsHost.Protocol;

namespace Avance.FunctionsHost.Worker;

/// <summary>A function threw an exception, which the worker describes.</summary>
internal sealed class FunctionFailedException(string function, RpcException thrown)
    : Exception($"{function} failed with {thrown.Type}: {thrown.Message}{Environment.NewLine}{thrown.StackTrace}");
