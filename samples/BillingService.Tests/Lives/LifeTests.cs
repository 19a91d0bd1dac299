namespace BillingService.Tests.Lives;

public sealed class LifeTests
{
    [Fact]
    public async Task A_year_is_played_and_each_renewal_happens_once()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("House");
        await ada.BuyAsync(Customer.Cart("team"));

        await service.TravelToAsync(Instant.FromUtc(2027, 1, 1, 9, 0));

        var past = (await ada.TimelineAsync()).At("past").EnumerateArray().ToList();
        var renewals = past.Where(one => one.GetProperty("reason").ToString() == "renewal").ToList();
        Assert.Equal(
            Enumerable.Range(2, 12).Select(month => Instant.FromUtc(month > 12 ? 2027 : 2026, month > 12 ? 1 : month, 1, 9, 0).ToString()),
            renewals.Select(one => one.GetProperty("at").ToString()));
        Assert.Equal(13, (await service.ChargesAsync()).Count);
        Assert.Equal(13, (await ada.InvoicesAsync()).Body.GetArrayLength());
    }

    [Fact]
    public async Task The_timeline_foresees_what_then_happens()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("WhaleBooks");
        await ada.BuyAsync(Customer.Cart("business"));
        await service.TravelToAsync(Service.Start + Duration.FromDays(10));
        await ada.BuyAsync(Customer.Cart("team"));

        var foreseen = (await ada.TimelineAsync(days: 100)).Texts("future", "due").ToList();
        await service.TravelToAsync(Service.Start + Duration.FromDays(110));
        var happened = (await ada.TimelineAsync()).Texts("past", "due").Skip(2).ToList();

        Assert.NotEmpty(foreseen);
        Assert.Equal(foreseen, happened);
    }

    [Fact]
    public async Task A_cancellation_runs_to_the_end_and_can_be_taken_back_until_then()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("House");
        await ada.BuyAsync(Customer.Cart("team"));

        Assert.Equal("nonRenewing", (await ada.AskAsync("cancel", new { })).Text("subscription.status"));
        Assert.Equal("active", (await ada.AskAsync("resume", new { })).Text("subscription.status"));
        await ada.AskAsync("cancel", new { });
        await service.TravelToAsync(Service.Start + Duration.FromDays(40));

        Assert.Equal("expired", (await ada.ShowAsync()).Text("subscription.status"));
        Assert.Equal(422, (await ada.AskAsync("resume", new { })).Status);
    }

    [Fact]
    public async Task A_pause_moves_the_renewal_by_its_days()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("House");
        await ada.BuyAsync(Customer.Cart("team"));
        await service.TravelToAsync(Service.Start + Duration.FromDays(10));

        var paused = await ada.AskAsync("pause", new { until = "2026-01-21T09:00:00Z" });
        Assert.Equal("paused", paused.Text("subscription.status"));
        await service.TravelToAsync(Service.Start + Duration.FromDays(21));

        // Ten days from 11 to 21 January: 1 February becomes 11 February.
        var shown = await ada.ShowAsync();
        Assert.Equal("active", shown.Text("subscription.status"));
        Assert.Equal("2026-02-11T09:00:00Z", shown.Text("nextDueAt"));
    }

    [Fact]
    public async Task A_policy_without_pauses_refuses_one_and_names_the_field()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("WhaleBooks");
        await ada.BuyAsync(Customer.Cart("team"));

        var refused = await ada.AskAsync("pause", new { });

        Assert.Equal(422, refused.Status);
        Assert.Equal("cart.paused", refused.Text("field"));
    }

    [Fact]
    public async Task Usage_credits_are_spent_once_whatever_is_sent_twice()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("House");
        await ada.BuyAsync(Customer.Cart("team"));

        await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(turn => ada.AskAsync("usage", new { kind = "calls", units = 10 }, $"use-{turn / 2}")));

        // Four keys, each sent twice: 40 of 100.
        Assert.Equal("60", (await ada.ShowAsync()).Text("usageCredits.calls"));
        var refused = await ada.AskAsync("usage", new { kind = "calls", units = 61 });
        Assert.Equal(422, refused.Status);
        Assert.Equal("notEnoughCredits", refused.Text("code"));
        Assert.Equal("units", refused.Text("field"));
    }

    [Fact]
    public async Task Deferred_charges_are_on_the_invoice_of_the_renewal_with_their_tax()
    {
        await using var service = new Service();
        var ada = await service.CustomerAsync("smrtPhone");
        await ada.BuyAsync(Customer.Cart("team"));
        await service.TravelToAsync(Instant.FromUtc(2026, 1, 17, 9, 0));
        await ada.BuyAsync(Customer.Cart("business"));
        Assert.Equal(1, (await ada.InvoicesAsync()).Body.GetArrayLength());

        await service.TravelToAsync(Instant.FromUtc(2026, 2, 2, 9, 0));

        // 15 of 31 days: 30.00 x 15/31 = 14.52 back, 60.00 x 15/31 = 29.03; then 60.00 for February. VAT of 20 % on 74.51.
        var invoices = await ada.InvoicesAsync();
        Assert.Equal(["EUR -14.52", "EUR 29.03", "EUR 60.00"], invoices.Texts("0.lines", "amount"));
        Assert.Equal(["EUR 74.51"], invoices.Texts("0.taxes", "net"));
    }
}
