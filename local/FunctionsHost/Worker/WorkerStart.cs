namespace Avance.FunctionsHost.Worker;

/// <summary>What a worker needs in order to connect to its host.</summary>
/// <param name="HostAddress">Where the host listens for workers (gRPC without TLS).</param>
/// <param name="WorkerId">The id by which the host recognises the worker.</param>
/// <param name="AppDirectory">The folder of the app.</param>
/// <param name="Settings">Settings of the app besides environment variables.</param>
public sealed record WorkerStart(
    Uri HostAddress,
    string WorkerId,
    string AppDirectory,
    IReadOnlyDictionary<string, string?> Settings
)
{
    /// <summary>The longest message between host and worker in bytes.</summary>
    public const int LongestMessage = int.MaxValue;

    /// <summary>The same as configuration of the worker.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Configuration =>
        [
            new("Functions:Worker:HostEndpoint", HostAddress.ToString()),
            new("Functions:Worker:WorkerId", WorkerId),
            new("Functions:Worker:RequestId", WorkerId),
            new("Functions:Worker:GrpcMaxMessageLength", $"{LongestMessage}"),
        ];
}
