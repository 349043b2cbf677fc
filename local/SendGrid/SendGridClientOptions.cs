using System.Net.Http.Headers;

namespace SendGrid;

public class SendGridClientOptions : BaseClientOptions
{
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <summary>Sent with each request as a bearer token.</summary>
    /// <exception cref="ArgumentNullException">The key is set to nothing or to blanks.</exception>
    public string? ApiKey
    {
        get;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value), "The API key is empty.");
            }

            field = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Sets the host of a region.</summary>
    /// <param name="region"><c>global</c> or <c>eu</c>: where the mails are processed and kept.</param>
    public SendGridClientOptions SetDataResidency(string region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentNullException(nameof(region));
        }

        Host = region switch
        {
            "global" => "https://api.sendgrid.com/",
            "eu" => "https://api.eu.sendgrid.com/",
            _ => throw new InvalidOperationException("Region can only be 'global' or 'eu'."),
        };
        return this;
    }
}
