using static SubscriptionMath.Tests.Shops;

namespace SubscriptionMath.Tests.Errors;

/// <summary>States whose parts contradict each other: one check names the place and the values, and nothing is priced.</summary>
public class InconsistentStates
{
    private static readonly Subscription Personal = WhaleBooks.Buy("2026-01-01", Yearly("personal"));
    private static readonly Item Plan = Personal.Plan!;
    private static readonly Lot Lot = Plan.Lots[0];
    private static readonly Term Year = Plan.Term;
    private static readonly Money Usd = Money.Of(1m, "USD");
    private static readonly Money Cent = Money.Of(0.01m, "EUR");

    public static TheoryData<string, Func<Subscription>, string> Of => new()
    {
        { "addOns[1].productId", () => Personal with { AddOns = [AddOn("fax"), AddOn("fax")] }, "holds the product 'fax' twice" },
        { "addOns[0].productId", () => Personal with { AddOns = [AddOn("personal")] }, "holds the product 'personal' twice" },
        { "addOns", () => Personal with { Status = Status.Expired, Plan = null, AddOns = [AddOn("fax")] }, "holds no plan, and the add-on 'fax'" },
        { "plan.lots[0].terms", () => Held(Lot with { Terms = 2_000_000_000 }), "2000000000 terms of a year" },
        { "plan.lots[0].terms", () => Held(Lot with { Terms = 2 }), "2 terms of a year" },
        { "plan.lots[0].covers", () => Held(Lot with { Period = new Term(Year.Start, Year.Start + Duration.Epsilon) }), "longer than its period" },
        { "plan.lots[0].covers", () => Held(Lot with { Period = new Term(Year.Start, Year.End - Duration.FromDays(2)) }), "longer than its period" },
        { "plan.lots[0].covers", () => Held(Lot with { Covers = new Term(Year.Start, Year.Start) }), "for no time" },
        { "plan.lots[0].covers", () => Held(Lot with { Covers = new Term(Year.Start, Year.End + Duration.FromDays(1)), Period = new Term(Year.Start, Year.End + Duration.FromDays(1)) }), "across the end of its term" },
        { "plan.lots[0].quantity", () => Held(Lot with { Quantity = 2 }), "holds 1 of 'personal', and a lot of 2" },
        { "plan.lots[1].quantity", () => Personal with { Plan = Plan with { Quantity = 2, Lots = [Lot with { Quantity = 2 }, Lot] } }, "holds 2 of 'personal', and more in the lots from" },
        { "plan.lots[2].quantity", () => Personal with { Plan = Plan with { Quantity = 2, Lots = [Until(July), From(July), Lot with { Quantity = 2, Covers = new Term(July, Year.End) }] } }, "more in the lots" },
        { "addOns[0].lots[0].quantity", () => Personal with { AddOns = [AddOn("fax") with { Lots = [Lot with { Quantity = 2 }] }] }, "holds 1 of 'fax', and a lot of 2" },
        { "addOns[0].lots[1].quantity", () => Personal with { AddOns = [AddOn("fax") with { Lots = [Lot, Lot with { Above = 1 }] }] }, "holds 1 of 'fax', and more" },
        { "plan.lots[1]", () => Personal with { Plan = Plan with { Quantity = 2, Lots = [Lot, Lot] } }, "the same lot of 'personal'" },
        { "plan.lots[1].covers", () => Held(Lot, Lot with { Covers = Later, Period = Later }), "nothing reaches from the term" },
        { "plan.lots[0].credited", () => Held(Lot with { Credited = Lot.Billed + Cent }), "EUR 100.01 was credited, of EUR 100.00 billed" },
        { "plan.lots[0].paid", () => Held(Lot with { Paid = Lot.Billed + Cent }), "EUR 100.01 was paid, of EUR 100.00 billed" },
        { "plan.lots[0].carried", () => Held(Lot with { Paid = Cent, Carried = Cent + Cent }), "EUR 0.02 was carried over, of EUR 0.01 paid" },
        { "plan.lots[0].tax.billed", () => Held(Lot with { Tax = new LotTax { Rate = new TaxRate { Name = "VAT", Percent = 25m }, Billed = Lot.Billed } }), "EUR 100.00 of VAT 25 %" },
        { "plan.lots[0].tax.billed", () => Held(Lot with { Tax = new LotTax { Rate = new TaxRate { Name = "VAT", Percent = 25m }, Billed = Usd } }), "holds USD 1.00" },
        { "plan.lots[0].discount", () => Held(Lot with { Discount = new LotDiscount(-Fraction.One, Fraction.One, DiscountReversal.InProportion) }), "a discount of -1" },
        { "plan.lots[0].price.currency", () => Held(Lot with { Price = Price.Of(1m, "USD", BillingInterval.Year) }), "was sold at USD 1.00" },
        { "plan.setUp.credited", () => Personal with { Plan = Plan with { SetUp = Lot with { Credited = Lot.Billed + Cent } } }, "EUR 100.01 was credited" },
        { "plan.setUp.quantity", () => Personal with { Plan = Plan with { Quantity = 2, SetUp = Lot with { Quantity = 2 } } }, "a set-up fee of 'personal' for 2 units and 1 terms" },
        { "plan.setUp.quantity", () => Personal with { Plan = Plan with { SetUp = Lot with { Terms = 3 } } }, "for 1 units and 3 terms" },
        { "plan.setUp.covers", () => Personal with { Plan = Plan with { SetUp = Lot with { Covers = new Term(Year.Start, Year.End + Duration.Epsilon) } } }, "beyond the end of its term" },
        { "plan.term", () => Personal with { Plan = Plan with { Term = new Term(Year.Start, Year.Start) } }, "a term without length" },
        { "plan.renewsWith", () => Personal with { Plan = Plan with { RenewsWith = 0 } }, "renews with 0 units" },
        { "plan.contract", () => Personal with { Plan = Plan with { Contract = new Term(Year.Start, Year.Start) } }, "a contract that is empty" },
        { "addOns[0].contract", () => Personal with { AddOns = [AddOn("fax") with { Contract = Year }] }, "only a plan has one" },
        { "pending.effectiveAt", () => Personal with { Pending = Pending() with { EffectiveAt = Year.Start + Duration.FromDays(1) } }, "without a date" },
        { "pending.effectiveAt", () => Personal with { Pending = Pending() with { RequestedAt = Year.End + Duration.Epsilon } }, "before that" },
        { "pending.cart.addOns[1].id", () => Personal with { Pending = Pending(Yearly("personal") with { AddOns = [new CartAddOn { Id = "fax" }, new CartAddOn { Id = "fax" }] }) }, "asks for 'fax' twice" },
        { "pending.cart.addOns[0].id", () => Personal with { Pending = Pending(Yearly("personal") with { AddOns = [new CartAddOn { Id = "personal" }] }) }, "asks for 'personal' twice" },
        { "pending.cart.discounts[0].off", () => Personal with { Pending = Pending(Yearly("personal") with { Discounts = [Discount.OfAmount("d", Usd)] }) }, "takes USD 1.00 off" },
        { "pause.since", () => Personal with { Status = Status.Paused, Pause = new Pause { Since = Year.Start - Duration.Epsilon, KeepsTimeLeft = true } }, "outside its term" },
        { "discounts[0].off", () => Personal with { Discounts = [Discount.OfAmount("d", Usd)] }, "takes USD 1.00 off" },
        { "nextInvoice[0].credited", () => Personal with { NextInvoice = [new DeferredCharge { Since = Year.Start, Amount = Cent, Credited = Usd }] }, "USD 1.00 of its deferred charges" },
        { "nextInvoice[0].amount", () => Personal with { NextInvoice = [new DeferredCharge { Since = Year.Start, Amount = -Cent, Owed = true }] }, "owes EUR -0.01" },
        { "nextInvoice[0].remainder", () => Personal with { NextInvoice = [new DeferredCharge { Since = Year.Start, Amount = Cent, Remainder = Fraction.One }] }, "less than one" },
        { "grants[0].expires", () => Personal with { Grants = [Grant()] }, "expires at" },
        { "grants[1]", () => Personal with { Grants = [Calls with { Id = "g", Source = GrantSource.Purchase }, Calls with { Id = "g", Source = GrantSource.Purchase }] }, "the same grant of 1 'calls' from" },
        { "usageDebts[1].kind", () => Personal with { UsageDebts = [new UsageDebt { Kind = "calls", Units = 1m }, new UsageDebt { Kind = "calls", Units = 2m }] }, "owes 'calls' twice" },
    };

    private static Instant July => Instant.FromUtc(2026, 7, 1, 0, 0);

    private static Grant Calls => Grant() with { Effective = Year.Start, Expires = Year.End };

    private static Term Later => new(Year.End + Duration.FromDays(1), Year.End + Duration.FromDays(366));

    /// <summary>State that is odd, and that the library itself makes.</summary>
    public static TheoryData<string, Func<Subscription>> Odd => new()
    {
        { "a lot of a nanosecond", () => Held(Lot with { Covers = new Term(Year.End - Duration.Epsilon, Year.End) }) },
        { "a period of a nanosecond", () => Held(Lot with { Covers = LastInstant, Period = LastInstant }) },
        { "an empty term without lots", () => Personal with { Plan = Plan with { Term = new Term(Year.End, Year.End), Lots = [] } } },
        { "an empty lot at the end of the term", () => Held(Lot, Lot with { Covers = new Term(Year.End, Year.End), Billed = Money.Of(0m, "EUR"), Paid = Money.Of(0m, "EUR") }) },
        { "two equal grants without ids", () => Personal with { Grants = [Calls, Calls] } },
        { "two grants of one id that differ", () => Personal with { Grants = [Calls with { Id = "g" }, Calls with { Id = "g", Granted = 2m }] } },
        { "a set-up fee to the end of the term", () => Personal with { Plan = Plan with { SetUp = Lot } } },
    };

    private static Term LastInstant => new(Year.End - Duration.Epsilon, Year.End);

    [Theory]
    [MemberData(nameof(Odd))]
    public void State_that_is_odd_and_contradicts_nothing_is_priced(string what, Func<Subscription> state)
    {
        var subscription = state();
        Assert.True(SubscriptionCheck.Inconsistencies(subscription).IsEmpty, what);
        Assert.NotNull(WhaleBooks.Advance(subscription, "2027-01-01").Subscription.Plan);
        if (!subscription.Plan!.Term.IsEmpty)
            Assert.IsType<Quote>(WhaleBooks.Ask(subscription, Yearly("company"), "2026-12-31T23:59:59Z"));
    }

    [Theory]
    [MemberData(nameof(Of))]
    public void A_contradiction_is_named_with_its_place_and_nothing_is_priced(string path, Func<Subscription> state, string sentence)
    {
        var subscription = state();
        var found = SubscriptionCheck.Inconsistencies(subscription);
        Assert.Contains(found.AsEnumerable(), one => one.Path == path && one.Message.Contains(sentence, StringComparison.Ordinal));

        var first = found[0];
        foreach (var misuse in new Func<object?>[]
        {
            () => SubscriptionCheck.Checked(subscription),
            () => WhaleBooks.Ask(subscription, Yearly("company"), "2026-07-02"),
            () => Billing.Renew(subscription, Facts.None, WhaleBooks.Catalog, WhaleBooks.Policy, Year.End),
        })
        {
            var thrown = Assert.Throws<ArgumentException>(misuse);
            Assert.Equal("subscription", thrown.ParamName);
            Assert.Contains($"{first.Message} (At {first.Path}.)", thrown.Message, StringComparison.Ordinal);
        }

        var read = Assert.Throws<System.Text.Json.JsonException>(() => BillingJson.Read<Subscription>(BillingJson.Write(subscription)));
        Assert.Equal($"$.{first.Path}", read.Path);
        Assert.Contains($"{first.Message} Path: $.{first.Path}.", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credit_that_expires_before_it_is_effective_is_refused()
    {
        var credit = new MoneyCredit { Lots = [new CreditLot { Left = Cent, Source = CreditSource.Paid, Effective = Year.End, Expires = Year.Start }] };
        var facts = Facts.None with { Credit = credit };
        var thrown = Assert.Throws<ArgumentException>(() => Billing.Renew(Personal, facts, WhaleBooks.Catalog, WhaleBooks.Policy, Year.End));
        Assert.Contains("EUR 0.01 is effective at", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("$.credit.lots[0].expires", Assert.Throws<System.Text.Json.JsonException>(() => BillingJson.Read<Facts>(BillingJson.Write(facts))).Path);
    }

    // Two units that are added at one instant have an allotment each, and may keep it when one of them leaves; two halves of a year are one unit after the other.
    [Fact]
    public void What_only_looks_like_a_contradiction_is_none()
    {
        Assert.True(SubscriptionCheck.Inconsistencies(Personal with { Plan = Plan with { Quantity = 2, RenewsWith = 2 }, Grants = [Calls, Calls] }).IsEmpty);
        Assert.True(SubscriptionCheck.Inconsistencies(Personal with { Grants = [Calls, Calls] }).IsEmpty);
        Assert.True(SubscriptionCheck.Inconsistencies(Personal with { Grants = [Calls with { Source = GrantSource.Purchase }, Calls with { Source = GrantSource.Purchase }] }).IsEmpty);
        Assert.True(SubscriptionCheck.Inconsistencies(Held(Until(July), From(July))).IsEmpty);
    }

    [Fact]
    public void A_state_that_is_sound_is_given_back()
    {
        Assert.Same(Personal, SubscriptionCheck.Checked(Personal));
        Assert.True(SubscriptionCheck.Inconsistencies(Personal).IsEmpty);
    }

    private static Subscription Held(params ReadOnlySpan<Lot> lots) => Personal with { Plan = Plan with { Lots = Sequence.Of(lots) } };

    private static Lot Until(Instant end) => Lot with { Covers = new Term(Year.Start, end) };

    private static Lot From(Instant start) => Lot with { Covers = new Term(start, Year.End) };

    private static Item AddOn(string id) => Plan with { ProductId = id };

    private static PendingChange Pending(Cart? cart = null) =>
        new() { RequestedAt = Year.Start, EffectiveAt = Year.End, Cart = cart ?? Yearly("company") };

    private static Grant Grant() => new()
    {
        Kind = "calls",
        ProductId = "personal",
        Source = GrantSource.Plan,
        Granted = 1m,
        Used = 0m,
        Effective = Year.End,
        Expires = Year.Start,
        Rollover = Rollover.None,
    };
}
