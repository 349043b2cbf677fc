using System.Collections.Concurrent;
using Avance.Functions.Evidence;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The files that a page sends, and what it keeps of them meanwhile.</summary>
public static class SentFiles
{
    /// <summary>The content of a file of two parts and a bit of a third.</summary>
    public static readonly string Large = string.Concat(
        Enumerable.Repeat("Se ha informado a mujeres.\n", (2 * EvidenceLimits.PartBytes / 27) + 100)
    );

    /// <summary>What the page sends from now on: the method and the end of the address.</summary>
    public static ConcurrentQueue<string> Requests(IPage page)
    {
        var requests = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            var from = path.LastIndexOf("/evidence", StringComparison.Ordinal);
            if (from >= 0 && request.Method != "GET")
            {
                var end = path[(from + 1)..].Replace("evidence/", "", StringComparison.Ordinal);
                requests.Enqueue($"{request.Method} {end}");
            }
        };
        return requests;
    }

    /// <summary>Sends what is lost without waiting until the page does so by itself, as when the connection comes back.</summary>
    public static async Task TryAgainAsync(IPage page) =>
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

    /// <summary>How many files the browser has in its database.</summary>
    public static Task<int> KeptAsync(IPage page) =>
        page.EvaluateAsync<int>(
            """
            () => new Promise((resolve, reject) => {
              const opened = indexedDB.open('avance', 1);
              opened.onerror = () => reject(opened.error);
              opened.onsuccess = () => {
                const counted = opened.result.transaction('files').objectStore('files').count();
                counted.onsuccess = () => {
                  opened.result.close();
                  resolve(counted.result);
                };
              };
            })
            """
        );
}
