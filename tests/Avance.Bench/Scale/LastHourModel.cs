using Avance.Testing.Scale;

namespace Avance.Bench.Scale;

/// <summary>
/// Who comes in the last hour before the deadline, and how fast the app works: the assumptions of docs/scale.md. Rates are those
/// that <c>./bench</c> measures on a machine of two processors, rounded down.
/// </summary>
internal sealed record LastHourModel
{
    public const int Seconds = 3_600;

    /// <summary>Between the things that a person does to an activity: opening, saves, files, the submission.</summary>
    public const int StepSeconds = 20;

    /// <summary>Mails that the one run of the timer hands over at once (<c>MailSender</c>).</summary>
    public const int MailsAtOnce = 4;

    /// <summary>
    /// Rows that a query looks at in a second where it has to look at all: the service answers with at most 1,000 at a time, and the
    /// next are asked for when those have come.
    /// </summary>
    public const int RowsOfPage = 1_000;

    /// <summary>Each with one plan.</summary>
    public required int Bodies { get; init; }

    /// <summary>What a body has to do in the whole period.</summary>
    public required BodyShape Shape { get; init; }

    /// <summary>How much of its activities a body leaves for the last hour, from 0 to 1.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>How many of the files are of 9 MiB and come in parts, from 0 to 1; the others have <see cref="FileBytes"/>.</summary>
    public double LargeFiles { get; init; } = 0.05;

    public int FileBytes { get; init; } = 400_000;

    /// <summary>How many come in the last moment for each one who comes in the first; in between it grows evenly.</summary>
    public double Crowding { get; init; } = 8;

    /// <summary><c>maxReplicas</c> of infra/main.bicep.</summary>
    public int Replicas { get; init; } = 10;

    /// <summary>Requests of people that a replica answers in a second.</summary>
    public double RequestsPerReplica { get; init; } = 300;

    /// <summary>Files that a replica reads to facts in a second.</summary>
    public double ReadsPerReplica { get; init; } = 10;

    /// <summary>Claims that a replica examines, and receipts that it plans, in a second.</summary>
    public double MessagesPerReplica { get; init; } = 50;

    /// <summary>Plans that a replica compiles in a second.</summary>
    public double CompilesPerReplica { get; init; } = 5;

    /// <summary>Plans in a second that a run of a timer looks at, which one replica does.</summary>
    public double PlansPerTimer { get; init; } = 100;

    /// <summary>What it takes to hand over one mail.</summary>
    public double MailSeconds { get; init; } = 0.3;

    public int ActivitiesInTheHour => (int)Math.Round(Shape.Activities * Share);

    /// <summary>When an activity is sent, in seconds of the hour.</summary>
    public double SentAt(Random random)
    {
        // The density is 1 + (c - 1) x on [0, 1]: the inverse of its distribution.
        var slope = Crowding - 1;
        var area = random.NextDouble() * (1 + (slope / 2));
        return Seconds * (slope == 0 ? area : (Math.Sqrt(1 + (2 * slope * area)) - 1) / slope);
    }
}
