using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Lives;

/// <summary>Renewals where months end early, years lack a day and clocks are changed.</summary>
public sealed class BoundaryExamples
{
    private static readonly Shop Pacific = Club.Open with { Zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] };

    [Theory]
    [InlineData("2024-01-29", "2024-02-29", "2024-03-29", "2025-02-28", "2025-03-29", "2028-02-29", "2028-03-29")]
    [InlineData("2024-01-30", "2024-02-29", "2024-03-30", "2025-02-28", "2025-03-30", "2028-02-29", "2028-03-30")]
    [InlineData("2024-01-31", "2024-02-29", "2024-03-31", "2025-02-28", "2025-04-30", "2028-02-29", "2028-04-30")]
    public void An_anchor_late_in_the_month_through_two_leap_years(string bought, params string[] renewals)
    {
        var days = Days(Club.Open, Club.Open.Advance(Club.Open.Buy(bought, Monthly("basic")), "2028-05-31"));
        Assert.Equal(52, days.Count);
        Assert.All(renewals, day => Assert.Contains(day, days));
        Assert.Equal(days.Count, days.Select(day => day[..7]).Distinct().Count());
    }

    [Fact]
    public void A_year_from_29_February_ends_on_the_28th_until_the_next_leap_year()
    {
        var life = Club.Open.Advance(Club.Open.Buy("2024-02-29", Yearly("basic")), "2032-02-29");
        Assert.Equal(
            ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"], Days(Club.Open, life));
    }

    [Fact]
    public void Thirty_days_of_trial_across_the_change_to_daylight_time_are_thirty_days()
    {
        // 1 March 09:00 in winter time is 17:00Z; 31 March 09:00 in daylight time is 16:00Z: 719 hours.
        var shop = Club.WithTrial(BillingInterval.Days(30)) with { Zone = Pacific.Zone };
        var tried = shop.Buy("2026-03-01T17:00:00Z", Monthly("basic"));
        Assert.Equal(Duration.FromHours(719), tried.Trial!.Term.End - tried.Trial.Term.Start);
        var first = Assert.Single(shop.Live(tried, "2026-03-31T16:00:00Z", Script.Empty).Steps);
        Assert.Equal("2026-03-31T09:00:00: TrialEnd, Service -30.00; Payment +30.00", Written.Step(first));
        Assert.Equal(shop.At("2026-04-30T16:00:00Z"), first.Subscription.Term!.Value.End);
    }

    [Fact]
    public void A_trial_of_seven_days_from_28_April_converts_on_5_May_and_is_paid_to_5_June()
    {
        var shop = Club.WithTrial(BillingInterval.Days(7));
        var life = shop.Advance(shop.Buy("2026-04-28", Monthly("basic")), "2026-06-05");
        Assert.Equal(
            ["2026-05-05: TrialEnd, Service -30.00; Payment +30.00", "2026-06-05: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal(shop.Term("2026-05-05", "2026-06-05"), life.Steps[0].Subscription.Term);
    }

    [Theory]
    [InlineData("2026-10-30", "2026-11-29", "2026-12-29")]
    [InlineData("2026-10-31", "2026-11-30", "2026-12-30")]
    public void What_is_paid_after_a_trial_of_days_is_counted_from_its_end_whatever_day_it_began(string tried, string converts, string renews)
    {
        var shop = Club.WithTrial(BillingInterval.Days(30));
        Assert.Equal(
            [$"{converts}: TrialEnd, Service -30.00; Payment +30.00", $"{renews}: Renewal, Service -30.00; Payment +30.00"],
            shop.Advance(shop.Buy(tried, Monthly("basic")), renews).Told());
    }

    [Fact]
    public void A_trial_of_a_month_is_the_first_month_and_31_January_comes_back_in_March()
    {
        var shop = Club.WithTrial(BillingInterval.Month);
        Assert.Equal(
            ["2026-02-28: TrialEnd, Service -30.00; Payment +30.00", "2026-03-31: Renewal, Service -30.00; Payment +30.00"],
            shop.Advance(shop.Buy("2026-01-31", Monthly("basic")), "2026-03-31").Told());
    }

    [Fact]
    public void On_2_March_the_term_of_an_anchor_on_the_31st_is_that_since_28_February()
    {
        var life = Club.Open.Advance(Club.Open.Buy("2026-01-31", Monthly("basic")), "2026-03-02");
        Assert.Equal(["2026-02-28: Renewal, Service -30.00; Payment +30.00"], life.Told());
        Assert.Equal(Club.Open.Term("2026-02-28", "2026-03-31"), life.Subscription.Term);
    }

    [Fact]
    public void A_cancellation_at_the_instant_of_the_renewal_belongs_to_the_next_term()
    {
        var life = Club.Open.Live(Club.Open.Buy("2026-04-01", Monthly("basic")), "2026-07-01", Club.Open.Ends("2026-05-01"));
        Assert.Equal(["2026-05-01: Renewal, Service -30.00; Payment +30.00", "2026-05-01: Change, ", "2026-06-01: Expiry, "], life.Told());
        Assert.Equal(Status.Expired, life.Subscription.Status);
    }

    private static List<string> Days(Shop shop, Timeline life) => [.. life.Steps.Select(step =>
    {
        Assert.Equal(BillingReason.Renewal, ((Quote)step.Answer).BillingReason);
        return NodaTime.Text.LocalDatePattern.Iso.Format(step.At.InZone(shop.Zone).Date);
    })];
}
