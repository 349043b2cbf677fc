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
}
