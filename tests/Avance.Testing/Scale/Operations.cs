namespace Avance.Testing.Scale;

/// <summary>What people and the app do in the last hour, as docs/scale.md names it.</summary>
public static class Operations
{
    // Style sheets and modules of the pages that a unit sees.
    private const int AssetsOfPages = 40;

    /// <summary>The button of the link's page, and the session that the page then asks for.</summary>
    public const string Enter = "enter by a link";

    /// <summary>The start page: what the unit owes.</summary>
    public const string Start = "open the start page";

    /// <summary>The form of an activity with all that its module asks for.</summary>
    public const string Open = "open an activity";

    public const string FirstSave = "save, the first time";
    public const string Save = "save again";

    /// <summary>A file of up to 4 MiB, in one request.</summary>
    public const string Upload = "upload a file";

    /// <summary>A file of 9 MiB: three parts, and the request that makes a file of them.</summary>
    public const string UploadParts = "upload a file of 9 MiB";

    public const string Submit = "submit";
    public const string Receipt = "open the receipt";

    /// <summary>From the event of a blob to its facts.</summary>
    public const string Read = "read a file";

    public const string Examine = "examine a claim";
    public const string PlanReceipt = "plan the mails of a receipt";

    /// <summary>One receipt's mail, to the one contact of the unit.</summary>
    public const string SendMail = "send a mail";

    /// <summary>A run that finds no mail to send.</summary>
    public const string LookForMail = "look for mails to send";

    public const string Compile = "compile a plan";

    /// <summary>Of timers: what each further plan adds to a run.</summary>
    public const string FindDue = "find plans to compile, each plan";

    public const string Remind = "plan reminders, each plan";
    public const string Sweep = "sweep evidence, each plan";
    public const string Consolidate = "consolidate, each plan";

    /// <summary>After each file that was read before its claim was sent: all files of the draft are looked at again.</summary>
    public static string ExamineDraft(int files) => $"examine a draft with {files} {(files == 1 ? "file" : "files")}";

    /// <summary>What queues and timers set off, and no person waits for.</summary>
    public static bool IsInBackground(string operation) =>
        operation is Read or Examine or PlanReceipt or SendMail || IsExamination(operation);

    /// <summary>
    /// What a browser asks the app for, pages and what their modules ask for; what never changes comes once, with the first page.
    /// </summary>
    public static int HttpRequestsOf(string operation) =>
        operation switch
        {
            Enter => 2 + AssetsOfPages,
            Start => 3,
            Open => 6,
            FirstSave or Save or Upload or Submit => 1,
            UploadParts => 4,
            Receipt => 3,
            _ => 0,
        };

    public static bool IsExamination(string operation) => operation.StartsWith("examine ", StringComparison.Ordinal);
}
