using System.Collections.Concurrent;

namespace Avance.FunctionsHost.TestApp;

/// <summary>The calls of functions, by the id that a test gave, and the gates at which they wait.</summary>
public sealed class Calls
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Call>> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = new(StringComparer.Ordinal);

    public IReadOnlyList<Call> Of(string id) => [.. ListOf(id)];

    public void Release(string id) => GateOf(id).TrySetResult();

    /// <summary>Notes a call, and does what it is told.</summary>
    public async Task RunAsync(
        Instruction instruction,
        IReadOnlyDictionary<string, string?> data,
        CancellationToken cancellationToken
    )
    {
        var call = new Call(data);
        var list = ListOf(instruction.Id);
        list.Enqueue(call);
        try
        {
            if (list.Count <= instruction.Failures)
            {
                throw new InvalidOperationException($"{instruction.Id} was told to fail.");
            }

            if (instruction.Waits)
            {
                await GateOf(instruction.Id).Task.WaitAsync(cancellationToken);
            }

            call.Outcome = "completed";
        }
        catch (OperationCanceledException)
        {
            call.Outcome = "cancelled";
            throw;
        }
        catch
        {
            call.Outcome = "failed";
            throw;
        }
    }

    private ConcurrentQueue<Call> ListOf(string id) => calls.GetOrAdd(id, _ => new ConcurrentQueue<Call>());

    private TaskCompletionSource GateOf(string id) =>
        gates.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
