using Avance.Functions.Reminders;

namespace Avance.Functions.Tests.Reminders;

public sealed class ProgressVersionKeyTests
{
    [Fact]
    public void TryParse_WhatItWrites_IsTheSame()
    {
        var key = new ProgressVersionKey(new ActivityNumber(34), 12);

        $"{key}".ShouldBe("034@12");
        ProgressVersionKey.TryParse($"{key}", out var read).ShouldBeTrue();
        read.ShouldBe(key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("034")]
    [InlineData("034@")]
    [InlineData("034@x")]
    [InlineData("0@1")]
    [InlineData("034@1@2")]
    public void TryParse_AnythingElse_IsNone(string? text) => ProgressVersionKey.TryParse(text, out _).ShouldBeFalse();
}
