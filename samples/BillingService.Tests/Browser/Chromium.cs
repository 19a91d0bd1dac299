using Microsoft.Playwright;

namespace BillingService.Tests.Browser;

/// <summary>The service on a port of its own, with its demo accounts, and a headless browser in front of it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The path of the browser: that of Debian, unless the environment names another.</summary>
    private static readonly string Path = Environment.GetEnvironmentVariable("BILLING_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    private Service? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _service = new Service(demo: true);
        _service.UseKestrel(0);
        _service.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens the page of a vendor in a window of its own, and waits for the first quote.</summary>
    internal async Task<IPage> OpenAsync(string vendor, int width = 1280, int height = 900)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _service!.ClientOptions.BaseAddress.ToString(),
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/#{vendor}");
        await page.Locator("#due").WaitForAsync();
        await page.Locator("#comparison tbody tr").First.WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
        await (_service?.DisposeAsync() ?? default);
    }
}
