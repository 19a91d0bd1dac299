using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>State is checked when it comes in, once: what was checked, read, or given by the library is not checked again.</summary>
public class StateCheckedOnceExamples
{
    private static readonly Subscription Held = WhaleBooks.Buy("2026-04-01", Yearly("personal"));

    [Fact]
    public void What_the_library_gives_needs_no_check()
    {
        Assert.True(Held.IsKnownConsistent);
        Assert.True(WhaleBooks.Advance(Held, "2027-04-02").Subscription.IsKnownConsistent);
        Assert.True(WhaleBooks.Cancel(Held, "2026-05-01").IsKnownConsistent);
        var unpaid = WhaleBooks.Quote(Held, Yearly("company"), "2026-05-01");
        Assert.True(Billing.AcceptUnpaid(Held, unpaid, Facts.None).OrThrow().Subscription.IsKnownConsistent);
    }

    [Fact]
    public void What_is_read_was_checked() => Assert.True(BillingJson.Read<Subscription>(BillingJson.Write(Held)).IsKnownConsistent);

    [Fact]
    public void What_is_built_by_hand_is_checked_once()
    {
        var built = Held with { Version = 7 };
        Assert.False(built.IsKnownConsistent);
        Assert.Same(built, SubscriptionCheck.Checked(built));
        Assert.True(built.IsKnownConsistent);
        Assert.Equal(Held with { Version = 7 }, built);
        Assert.Equal((Held with { Version = 7 }).GetHashCode(), built.GetHashCode());
    }

    [Fact]
    public void A_copy_of_what_was_checked_is_checked_anew()
    {
        var wrong = Held with { Plan = Held.Plan! with { Lots = [Held.Plan.Lots[0] with { Credited = Money.Of(999m, "EUR") }] } };
        Assert.False(wrong.IsKnownConsistent);
        var thrown = Assert.Throws<ArgumentException>(() => WhaleBooks.Quote(wrong, Yearly("company"), "2026-05-01"));
        Assert.Contains("plan.lots[0].credited", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("plan.lots[0].credited", Assert.Single(SubscriptionCheck.Inconsistencies(wrong)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_of_what_was_checked_costs_nothing_however_much_is_held()
    {
        var seats = Held with { Plan = Held.Plan! with { Quantity = 1_000, Lots = [.. Enumerable.Range(0, 1_000).Select(n => Held.Plan.Lots[0] with { Above = n })] } };
        _ = SubscriptionCheck.Checked(seats);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = SubscriptionCheck.Checked(seats);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
