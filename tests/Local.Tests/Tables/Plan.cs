using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Local.Tests.Tables;

public enum PlanState
{
    Draft,
    Approved,
}

/// <summary>A class with a column of every type.</summary>
public sealed class Plan : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Title { get; set; }

    public bool Done { get; set; }

    public int Count { get; set; }

    public long Long { get; set; }

    public double Amount { get; set; }

    public Guid Id { get; set; }

    public DateTimeOffset Due { get; set; }

    public DateTime Seen { get; set; } = DateTime.UnixEpoch;

    public byte[]? Hash { get; set; }

    public BinaryData? Blob { get; set; }

    public PlanState State { get; set; }

    public PlanState? NextState { get; set; }

    public bool? MaybeDone { get; set; }

    public int? MaybeCount { get; set; }

    public long? MaybeLong { get; set; }

    public double? MaybeAmount { get; set; }

    public Guid? MaybeId { get; set; }

    public DateTimeOffset? MaybeDue { get; set; }

    [DataMember(Name = "unit_code")]
    public string? Unit { get; set; }

    [IgnoreDataMember]
    public string? Note { get; set; }

    public string Label => $"{Title}/{Count}";

    public static Plan Full(string partitionKey = "p", string rowKey = "r") =>
        new()
        {
            PartitionKey = partitionKey,
            RowKey = rowKey,
            Title = "Campaña \"ñandú\" \\ <ü> 😀\n",
            Done = true,
            Count = int.MinValue,
            Long = long.MaxValue,
            Amount = 3,
            Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            Due = new(2026, 3, 31, 23, 59, 59, TimeSpan.FromHours(-5)),
            Seen = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_234_567),
            Hash = [0, 1, 254, 255],
            Blob = new BinaryData(new byte[] { 9, 8, 7 }),
            State = PlanState.Approved,
            NextState = PlanState.Draft,
            MaybeDone = false,
            MaybeCount = 7,
            MaybeLong = -1,
            MaybeAmount = 0.1,
            MaybeId = Guid.Empty,
            MaybeDue = DateTimeOffset.UnixEpoch,
            Unit = "U-01",
            Note = "not stored",
        };
}
