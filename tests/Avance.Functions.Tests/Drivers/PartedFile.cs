using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Evidence;

namespace Avance.Functions.Tests.Drivers;

/// <summary>A file of three parts, which a test sends as it likes.</summary>
public sealed class PartedFile
{
    public const string Name = "Informe ñ.txt";
    public const int Full = EvidenceLimits.PartBytes;
    private const int Parts = 3;

    private static readonly byte[] Written = Text();

    public Guid Upload { get; } = Guid.NewGuid();

    public byte[] Content { get; } = [.. Written];

    private static byte[] Text()
    {
        var text = new StringBuilder("INFORME N° D000149-2023-MIMP-OGRH\n");
        // Numbered, so that no part is like another, and without figures: those would take long to read.
        for (var line = 0; text.Length < (2 * Full) + 1_000; line++)
        {
            text.Append("Se remite el detalle de lo actuado en el segundo semestre, línea ").Append(line).Append(".\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] PartOf(byte[] whole, int number) =>
        whole[((number - 1) * Full)..Math.Min(number * Full, whole.Length)];

    public static EvidenceId Id(Answer closed) => EvidenceId.Parse((string)closed["id"]!, null);

    public async Task PutAllAsync(AppDriver app, Guid? id = null)
    {
        for (var number = 1; number <= Parts; number++)
        {
            (await PutAsync(app, number, upload: id)).ShouldBeOk();
        }
    }

    public async Task<Answer> PutAsync(AppDriver app, int number, byte[]? part = null, Guid? upload = null)
    {
        using var form = Form(upload ?? Upload);
        form.Add(new ByteArrayContent(part ?? PartOf(Content, Math.Clamp(number, 1, Parts))), "file", Name);
        return await app.Reporter()
            .SendAsync(HttpMethod.Put, $"{EvidenceDriver.Path(22)}/parts/{number}", content: form);
    }

    public async Task<Answer> CloseAsync(
        AppDriver app,
        Guid? upload = null,
        long? size = null,
        string name = Name,
        ApiClient? by = null,
        int activity = 22,
        IEnumerable<string>? parts = null
    )
    {
        var length = size ?? Content.Length;
        using var body = ApiClient.Json(
            parts is null
                ? new { name, size = length }
                : (object)
                    new
                    {
                        name,
                        size = length,
                        parts,
                    }
        );
        body.Headers.Add(EvidenceUpload.UploadIdHeader, (upload ?? Upload).ToString());
        return await (by ?? app.Reporter()).SendAsync(
            HttpMethod.Post,
            $"{EvidenceDriver.Path(activity)}/parts",
            content: body
        );
    }

    public async Task<int[]> MissingAsync(
        AppDriver app,
        ApiClient? by = null,
        int activity = 22,
        IEnumerable<string>? parts = null
    )
    {
        var answer = await CloseAsync(app, by: by, activity: activity, parts: parts);
        answer.ShouldBeProblem(409, "upload-parts-missing");
        return [.. answer["missing"]!.AsArray().Select(part => (int)part!)];
    }

    /// <summary>SHA-256 of each part in lower-case hexadecimal.</summary>
    public static IEnumerable<string> Hashes(byte[] whole) =>
        Enumerable.Range(1, Parts).Select(number => Convert.ToHexStringLower(SHA256.HashData(PartOf(whole, number))));

    public static MultipartFormDataContent Form(Guid upload)
    {
        var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, upload.ToString());
        return form;
    }
}
