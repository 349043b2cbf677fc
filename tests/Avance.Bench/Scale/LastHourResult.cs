namespace Avance.Bench.Scale;

/// <summary>What came of a simulated hour.</summary>
/// <param name="Peaks">By limit, the one that is used most first.</param>
/// <param name="Operations">How often each was done.</param>
/// <param name="LongestReadWait">Seconds that a file waited for a reader.</param>
/// <param name="LongestExamineWait">Seconds that a claim waited to be examined.</param>
/// <param name="UnsentMails">Mails planned in the hour that had not gone out at the deadline.</param>
/// <param name="MailsLate">Seconds after the deadline at which the last mail had gone out; less than 0 if before.</param>
internal sealed record LastHourResult(
    IReadOnlyList<Peak> Peaks,
    IReadOnlyDictionary<string, int> Operations,
    double LongestReadWait,
    double LongestExamineWait,
    int UnsentMails,
    double MailsLate
);
