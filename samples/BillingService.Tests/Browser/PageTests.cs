using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingService.Tests.Browser;

/// <summary>
/// The page in a real browser. These tests need one, so they run when they are asked for: <c>.ci/run</c> does, and
/// <c>dotnet test</c> lists them as not run.
/// </summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact(Explicit = true)]
    public async Task A_change_is_previewed_accepted_and_seen()
    {
        var page = await chromium.OpenAsync("House");
        var invoices = await page.Locator("#invoices summary").CountAsync();

        await ChooseAsync(page, "Business");
        await Expect(page.Locator(".entries tbody tr")).ToHaveCountAsync(5);
        await Expect(page.Locator(".entries tfoot")).ToContainTextAsync("EUR 0.00");
        await Expect(page.Locator("#comparison tbody tr")).ToHaveCountAsync(7);
        await page.Locator("#accept").ClickAsync();

        await Expect(page.Locator("#state")).ToContainTextAsync("2 × Business");
        await Expect(page.Locator("#invoices summary")).ToHaveCountAsync(invoices + 1);
        await Expect(page.Locator("#timeline rect.bar")).Not.ToHaveCountAsync(0);
    }

    [Fact(Explicit = true)]
    public async Task A_quote_in_a_second_tab_is_stale_and_says_why()
    {
        var one = await chromium.OpenAsync("StripeFlexible");
        var other = await chromium.OpenAsync("StripeFlexible");

        await one.Locator("#accept").ClickAsync();
        await Expect(one.Locator("#state")).ToContainTextAsync("2 × Business");
        await other.Locator("#accept").ClickAsync();

        await Expect(other.Locator("#message")).ToContainTextAsync("The quote was made for version");
        await Expect(other.Locator("#state")).ToContainTextAsync("2 × Business");
    }

    [Fact(Explicit = true)]
    public async Task A_declined_payment_is_said_and_changes_nothing()
    {
        var page = await chromium.OpenAsync("WhaleBooks");

        await page.Locator("#card").SelectOptionAsync("card-declined");
        await Expect(page.Locator("#card")).ToHaveValueAsync("card-declined");
        await ChooseAsync(page, "Business");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept and pay" }).ClickAsync();

        await Expect(page.Locator("#message")).ToContainTextAsync("The card did not pay EUR");
        await Expect(page.Locator("#state")).ToContainTextAsync("2 × Team");
    }

    [Fact(Explicit = true)]
    public async Task A_wrong_number_of_seats_is_told_at_its_field()
    {
        var page = await chromium.OpenAsync("Kaspr");

        await ChooseAsync(page, "Solo");

        await Expect(page.Locator("#field-problem")).ToContainTextAsync("1");
        await Expect(page.GetByLabel("Seats")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#accept")).ToBeDisabledAsync();
    }

    [Fact(Explicit = true)]
    public async Task The_keyboard_is_enough()
    {
        var page = await chromium.OpenAsync("smrtPhone");

        await page.Locator("input[name=plan]:checked").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("input[value=team]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("input[value=business]")).ToBeCheckedAsync();
        await Expect(page.Locator("#accept")).ToBeEnabledAsync();
        for (var tabs = 0; tabs < 20 && await page.EvaluateAsync<string>("document.activeElement.id") != "accept"; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#state")).ToContainTextAsync("2 × Business");
    }

    [Fact(Explicit = true)]
    public async Task Time_moves_on_and_the_subscription_renews()
    {
        var page = await chromium.OpenAsync("Kaspr");
        var before = await page.Locator("#invoices summary").CountAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "+ 1 month" }).ClickAsync();

        await Expect(page.Locator("#invoices summary")).ToHaveCountAsync(before + 1);
    }

    [Theory(Explicit = true)]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task Axe_finds_nothing_and_a_phone_does_not_scroll_sideways(int width, int height)
    {
        var page = await chromium.OpenAsync("PhotoDeck", width, height);

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static Task ChooseAsync(IPage page, string plan) => page.Locator("#plans label", new() { HasText = plan }).ClickAsync();
}
