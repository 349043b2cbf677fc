namespace Avance.Testing.Scale;

/// <summary>What one operation of the app asks of the storage, as it was counted.</summary>
/// <param name="Operation">One of <see cref="Operations"/>.</param>
/// <param name="Lines">By place, in order; the place has <see cref="StoragePlace.AnyPlan"/> for the plan.</param>
public sealed record OperationCost(string Operation, IReadOnlyList<OperationCost.Line> Lines)
{
    public int Requests => Lines.Sum(line => line.Requests);

    /// <summary>The requests of the operation on one place.</summary>
    /// <param name="Entities">The most that were seen: what is read grows with what is there.</param>
    /// <param name="Bytes">The most that were seen.</param>
    public sealed record Line(StoragePlace Place, int Requests, int Entities, long Bytes);

    public static OperationCost Of(string operation, PlanId plan, IEnumerable<StorageRequest> requests) =>
        new(
            operation,
            [
                .. requests
                    .GroupBy(request => request.Place.Of(plan))
                    .Select(place => new Line(
                        place.Key,
                        place.Count(),
                        place.Sum(request => request.Entities),
                        place.Sum(request => request.Bytes)
                    ))
                    .OrderBy(line => line.Place.Service, StringComparer.Ordinal)
                    .ThenBy(line => $"{line.Place}", StringComparer.Ordinal),
            ]
        );

    /// <summary>Of an operation that was seen several times.</summary>
    /// <exception cref="InvalidOperationException">It did not always ask the same number of requests of the same places.</exception>
    public OperationCost With(OperationCost other) =>
        Lines
            .Select(line => (line.Place, line.Requests))
            .SequenceEqual(other.Lines.Select(line => (line.Place, line.Requests)))
            ? this with
            {
                Lines =
                [
                    .. Lines.Zip(
                        other.Lines,
                        (one, two) =>
                            one with
                            {
                                Entities = Math.Max(one.Entities, two.Entities),
                                Bytes = Math.Max(one.Bytes, two.Bytes),
                            }
                    ),
                ],
            }
            : throw new InvalidOperationException($"'{Operation}' costs {this}, and another time {other}.");

    /// <summary>What remains once another cost is taken away, as that of one plan fewer.</summary>
    public OperationCost Minus(OperationCost other)
    {
        var less = other.Lines.ToDictionary(line => line.Place);
        return this with
        {
            Lines =
            [
                .. Lines
                    .Select(line =>
                        less.GetValueOrDefault(line.Place) is { } one
                            ? new Line(
                                line.Place,
                                line.Requests - one.Requests,
                                Math.Max(0, line.Entities - one.Entities),
                                Math.Max(0, line.Bytes - one.Bytes)
                            )
                            : line
                    )
                    .Where(line => line.Requests != 0 || line.Entities != 0),
            ],
        };
    }

    /// <summary><c>progress·PLAN 1 (3)</c>: requests, and entities where they are more.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            Lines.Select(line =>
                line.Entities > line.Requests
                    ? $"{line.Place} {line.Requests} ({line.Entities})"
                    : $"{line.Place} {line.Requests}"
            )
        );
}
