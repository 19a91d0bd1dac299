using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Laws;

/// <summary>Findings of the laws, shrunk and kept by name.</summary>
public sealed class ShrunkCases
{
    private static readonly Instant April = Instant.FromUtc(2026, 4, 1, 0, 0);

    private static readonly Catalog Sold = new()
    {
        Plans =
        [
            Plan("free", 0, 0m), Plan("small", 1, 30m), Plan("large", 2, 60m),
            Plan("tried", 3, 30m) with { Trial = new TrialOffer(BillingInterval.Days(14)) },
        ],
        AddOns = [AddOn("storage"), AddOn("export")],
    };

    [Fact]
    public void A_surplus_buys_no_time_on_a_free_plan_and_is_forfeited()
    {
        var quote = Price(Buy("large", PhotoDeck.Policy()), cart => cart with { PlanId = "free" }, PhotoDeck.Policy(), 16);

        Assert.Equal([(Account.Service, 3000L), (Account.Forfeited, -3000L)], quote.Entries.Select(entry => (entry.Account, entry.Amount.Minor)));
        Assert.Equal(April.Plus(Duration.FromDays(45)), quote.TermAfter!.Value.End);
    }

    [Fact]
    public void What_was_bought_in_full_for_the_rest_of_the_last_day_can_be_changed_again()
    {
        var policy = WhaleBooks.Policy(downgradePrice: NewPrice.Full);
        var late = Instant.FromUtc(2026, 4, 1, 6, 0);
        var bought = Billing.Price(
            Subscription.NotStarted("s", "EUR", DateTimeZone.Utc), Change.To(Cart.Of("large", BillingInterval.Month)), Facts.None, Sold, policy, late).OrThrow();
        var lastDay = Instant.FromUtc(2026, 5, 1, 3, 0);
        var lower = Ask(bought.SubscriptionAfter, cart => cart with { PlanId = "small" }, policy, lastDay);
        var higher = Ask(lower.SubscriptionAfter, cart => cart with { Quantity = 2 }, policy, lastDay);

        Assert.Equal(new Share(0, 0, ProrationUnit.CalendarDays), higher.Lines[0].Share);
        Assert.Empty(higher.Entries);
    }

    [Fact]
    public void A_second_unit_dropped_is_worth_no_more_than_the_first()
    {
        // By hand: a month of 30.00 for each of three units, half of it left: 15.00 each, be it the first or the last to go.
        var policy = PhotoDeck.Policy() with { Rules = [Rule.Otherwise(EndKept with { Unused = UnusedValue.OfLots(LotSources.Purchase, ValueBasis.PaidInMoney) })] };
        var three = Buy("small", policy, 3);
        var two = Price(three, cart => cart with { Quantity = 2 }, policy, 16);
        var one = Price(two.SubscriptionAfter, cart => cart with { Quantity = 1 }, policy, 16);

        Assert.Equal(1500, Assert.Single(two.Lines).Amount.Minor);
        Assert.Equal(1500, Assert.Single(one.Lines).Amount.Minor);
        Assert.Equal(3000, Assert.Single(one.SubscriptionAfter.Plan!.Lots).Billed.Minor);
    }

    [Fact]
    public void Units_leave_every_stretch_that_was_bought()
    {
        // An add-on that ends leaves a month of its own; two seats that go leave it, too.
        var policy = PhotoDeck.Policy() with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.AddOn }, EndKept with { Surplus = Surplus.ToTime(RoundingMode.Floor), Term = TermRule.OwnTerm }),
                Rule.Otherwise(EndKept),
            ],
        };
        var held = Buy("small", policy, 3, "storage");
        var longer = Price(held, cart => cart with { AddOns = [] }, policy, 1).SubscriptionAfter;
        var fewer = Price(longer, cart => cart with { Quantity = 1 }, policy, 1);

        Assert.Equal(2, longer.Plan!.Lots.Count);
        Assert.All(fewer.SubscriptionAfter.Plan!.Lots, lot => Assert.Equal(1, lot.Quantity));
        Assert.Equal(2, fewer.Lines.Count);
    }

    [Fact]
    public void Seats_that_nothing_was_billed_for_leave_first()
    {
        var policy = PhotoDeck.Policy() with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Up }, EndKept with { NewPrice = NewPrice.NothingUntilRenewal }),
                Rule.Otherwise(EndKept),
            ],
        };
        var more = Price(Buy("small", policy, 2), cart => cart with { Quantity = 4 }, policy, 16).SubscriptionAfter;

        Assert.Empty(Price(more, cart => cart with { Quantity = 2 }, policy, 16).Entries);
    }

    [Fact]
    public void After_lots_have_ended_a_cart_equal_to_todays_still_changes_nothing()
    {
        // A surplus of 30.00 buys another month; from May on the first lot has ended.
        var policy = PhotoDeck.Policy();
        var longer = Price(Buy("large", policy), cart => cart with { PlanId = "small" }, policy, 1).SubscriptionAfter;
        var quote = Ask(longer, cart => cart, policy, Instant.FromUtc(2026, 5, 10, 0, 0));

        Assert.Equal(2, longer.Plan!.Lots.Count);
        Assert.Equal(longer, quote.SubscriptionAfter);
        Assert.Empty(quote.Entries);
    }

    [Fact]
    public void The_order_of_add_ons_in_a_cart_says_nothing()
    {
        var held = Buy("small", SmrtPhone.Policy(askedBy: Roles.Anyone), 1, "storage", "export");
        var quote = Price(held, cart => cart with { AddOns = [cart.AddOns[1], cart.AddOns[0]] }, SmrtPhone.Policy(askedBy: Roles.Anyone), 16);

        Assert.Equal(held, quote.SubscriptionAfter);
    }

    [Fact]
    public void The_rest_of_a_trial_term_is_divided_by_the_month_that_ends_with_it()
    {
        // A trial from 1 to 15 April: 10 days are left on the 5th, of the 31 from 15 March to 15 April, not of 45 from 1 March.
        var policy = SmrtPhone.Policy(askedBy: Roles.Anyone);
        var quote = Price(Buy("tried", policy), cart => cart with { PlanId = "large" }, policy, 5);

        Assert.Equal(new Share(10, 31, ProrationUnit.CalendarDays), Assert.Single(quote.Lines).Share);
    }

    [Fact]
    public void Time_bought_after_a_trial_has_whole_terms_from_the_trials_end()
    {
        var held = Buy("tried", PhotoDeck.Policy(), 1, "storage");
        var quote = Price(held, cart => cart with { AddOns = [] }, PhotoDeck.Policy(), 1);

        Assert.Equal(Instant.FromUtc(2026, 5, 15, 0, 0), quote.TermAfter!.Value.End);
        Assert.Equal(Anchor.On(new LocalDate(2026, 4, 15)), quote.SubscriptionAfter.Anchor);
    }

    private static Subscription Buy(string plan, BillingPolicy policy, int quantity = 1, params string[] addOns) => Billing.Price(
        Subscription.NotStarted("s", "EUR", DateTimeZone.Utc),
        Change.To(new Cart { PlanId = plan, Interval = BillingInterval.Month, Quantity = quantity, AddOns = [.. addOns.Select(id => new CartAddOn { Id = id })] }),
        Facts.None with { MembersInUse = 1, AskedBy = Roles.Owner },
        Sold,
        policy with { Rules = [Rule.For(new Case { Changes = ChangeKinds.Start }, EndKept with { Term = TermRule.Restarted, NewPrice = NewPrice.Full }), .. policy.Rules] },
        April).OrThrow().SubscriptionAfter;

    private static Quote Price(Subscription subscription, Func<Cart, Cart> wish, BillingPolicy policy, int day) =>
        Ask(subscription, wish, policy, Instant.FromUtc(2026, 4, day, 0, 0));

    private static Quote Ask(Subscription subscription, Func<Cart, Cart> wish, BillingPolicy policy, Instant at) =>
        Billing.Price(subscription, Change.To(wish(subscription.Cart())), Facts.None with { MembersInUse = 1, AskedBy = Roles.Owner }, Sold, policy, at).OrThrow();

    private static Treatment EndKept => new(
        Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, PaymentTiming.Now, Surplus.ToBalance);

    private static Plan Plan(string id, int rank, decimal price) => new()
    {
        Id = id,
        Name = id,
        Rank = rank,
        Prices = [Monthly(price)],
        AddOns = ["storage", "export"],
    };

    private static AddOn AddOn(string id) => new() { Id = id, Name = id, Prices = [Monthly(30m)] };

    private static Price Monthly(decimal price) => SubscriptionMath.Price.Of(price, "EUR", BillingInterval.Month);
}
