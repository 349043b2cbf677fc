using Avance.Bench.Scale;

namespace Avance.Functions.Tests.Scale;

/// <summary>What a service does with more than it takes, and a server with a queue.</summary>
public sealed class UsageTests
{
    private static readonly ServiceLimit Ten = new("requests/s", 10, null);

    [Fact]
    public void Add_ALittleMoreThanTheLimit_ComesAgainASecondLater()
    {
        var usage = new Usage();
        usage.Add(0.2, Ten, "account", null, 9);
        usage.Add(0.7, Ten, "account", null, 6);
        usage.End();

        var peak = usage.Peaks.ShouldHaveSingleItem();
        (peak.Most, peak.AtSecond, peak.Refused, peak.Failed).ShouldBe((15, 0, 5, 0));
        peak.Share.ShouldBe(1.5);
    }

    [Fact]
    public void Add_FarMoreThanTheLimit_FailsAfterFourTries()
    {
        var usage = new Usage();
        usage.Add(0, Ten, "account", null, 1_000);
        usage.End();

        // 990 a second later, 980 two seconds after that, 970 three seconds after that.
        var peak = usage.Peaks.ShouldHaveSingleItem();
        (peak.Refused, peak.Failed).ShouldBe((990 + 980 + 970 + 960, 960));
    }

    [Fact]
    public void Add_WhatComesAgain_MeetsWhatComesThen()
    {
        var usage = new Usage();
        usage.Add(0, Ten, "account", null, 18);
        usage.Add(1, Ten, "account", null, 7);
        usage.End();

        // 8 come again, and meet 7.
        usage.Peaks.ShouldHaveSingleItem().Refused.ShouldBe(8 + 5);
    }

    [Fact]
    public void Add_PartitionsOfTheirOwn_HaveTheLimitEach()
    {
        var usage = new Usage();
        usage.Add(0, Ten, "progress·PLAN", 1, 8);
        usage.Add(0, Ten, "progress·PLAN", 2, 9);
        usage.Add(0, Ten, "evidence·PLAN", 2, 7);
        usage.End();

        var peak = usage.Peaks.ShouldHaveSingleItem();
        (peak.Most, peak.Where, peak.IsShared, peak.Refused).ShouldBe((9, "progress·PLAN", false, 0));
    }

    [Fact]
    public void Take_InTurn_AtASteadyRate()
    {
        var server = new Server(perSecond: 2);

        server.Take(0).ShouldBe(0.5);
        server.Take(0.1).ShouldBe(1);
        server.Take(10).ShouldBe(10.5);
        server.LongestWait.ShouldBe(0.4);
        server.BusyUntil.ShouldBe(10.5);
    }
}
