var app = WebApplication.Create(args);

// Where it has files they are served, as pages are compared with them.
if (Directory.Exists(app.Environment.WebRootPath))
{
    app.UseStaticFiles();
}

app.MapGet("/", () => "ok");
app.Run();
