using System.Reflection;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests;

/// <summary>Whatever can be written as JSON: every part may be there or not, and nothing else is meant by the values.</summary>
public static class JsonArbitraries
{
    private static readonly Currency Euro = Currency.Of("EUR");

    private static readonly Gen<string> Names = Gen.Elements("basic", "Pro – 5 seats", "\"quoted\" \\ 'single'", "čeština 日本 🐳", "<b>&amp;", " tab\tline\n.");

    private static readonly Gen<decimal> Amounts = Gen.Elements(0m, 0.00m, 1m, 75.00m, 19.90m, 0.000000000001m, 9_999_999.99m);

    private static readonly Gen<Instant> Instants =
        from seconds in Gen.Choose(-1_000_000_000, 2_000_000_000)
        from nanoseconds in Gen.Elements(0, 1, 500_000_000)
        select Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds);

    private static readonly Gen<Term> Terms =
        from start in Instants
        from length in Gen.Choose(1, 40_000_000)
        select new Term(start, start + Duration.FromSeconds(length));

    private static readonly Gen<BillingInterval> Intervals = Gen.Elements(
        BillingInterval.Day, BillingInterval.Days(30), BillingInterval.Week, BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Years(2));

    private static readonly Gen<Anchor> Anchors = Instants.Select(at => new Anchor(at.InUtc().LocalDateTime));

    private static readonly Gen<Money> Euros = Gen.Elements(0, 1, 7_500, int.MaxValue).Select(minor => Money.OfMinor(minor, Euro));

    private static readonly Gen<Measure> Measures = Gen.Elements(Measure.Days, Measure.Seconds, Measure.MonthsNotStarted, Measure.Days with { ChangeDay = ChangeDay.Both });

    private static readonly Gen<Sequence<PriceTier>> Tiers =
        from amounts in Amounts.Two()
        from last in Gen.Choose(1, 9)
        select (Sequence<PriceTier>)[new PriceTier(last, amounts.Item1, amounts.Item2), new PriceTier(null, amounts.Item2, 0m)];

    private static readonly Gen<PriceModel> Models =
        from amounts in Amounts.Two()
        from units in Gen.Choose(1, 9)
        from tiers in Tiers
        from rounding in Any<PackageRounding>()
        from model in Gen.Elements<PriceModel>(
            new PriceModel.PerUnit(amounts.Item1),
            new PriceModel.Flat(amounts.Item1),
            new PriceModel.Included(amounts.Item1, units, amounts.Item2),
            new PriceModel.Package(amounts.Item1, units, rounding),
            new PriceModel.Graduated(tiers) { PackageSize = units },
            new PriceModel.Volume(tiers) { PackageSize = units })
        select model;

    private static readonly Gen<Price> Prices =
        from model in Models
        from every in Intervals
        from least in PerhapsValue(Amounts)
        from most in PerhapsValue(Amounts)
        from charged in Any<Charged>()
        from setUp in PerhapsValue(Amounts)
        from phases in Gen.Elements<Sequence<PricePhase>>(
            default, [new(BillingInterval.Months(3), new PriceModel.Flat(7.5m))], [new(BillingInterval.Week, model), new(BillingInterval.Months(6), new PriceModel.PerUnit(1m))])
        select new Price { Model = model, Currency = Euro, Every = every, Minimum = least, Maximum = least > most ? null : most, Charged = charged, SetUp = setUp, Phases = phases };

    private static readonly Gen<Sequence<Price>> PriceLists = Several(Prices, least: 1)
        .Select(prices => Sequence.Of<Price>([.. prices.DistinctBy(price => price.Every)]));

    private static readonly Gen<Rollover> Rollovers =
        from rule in Gen.Elements(
            Rollover.None, Rollover.Full, Rollover.UpTo(2.5m), Rollover.UpToTimes(6m), Rollover.UpToPercent(50m), Rollover.PartOfRest(12.5m))
        from least in PerhapsValue(Amounts)
        from lasts in PerhapsValue(Intervals)
        select rule with { Least = least, Lasts = lasts };

    private static readonly Gen<Sequence<Allowance>> SomeAllowances = Several(
        from kind in Names
        from units in Amounts
        from rollover in Rollovers
        from every in PerhapsValue(Intervals)
        select new Allowance { Kind = kind, Units = units, Rollover = rollover, Every = every });

    private static readonly Gen<Plan> SomePlans =
        from rank in Gen.Choose(-1, 3)
        from name in Names
        from prices in PriceLists
        from trial in Perhaps(Intervals.Select(length => new TrialOffer(length)))
        from allowances in SomeAllowances
        from addOns in Several(Names)
        from seats in Gen.Elements(SeatLimits.Any, new SeatLimits { Least = 2, Most = 5 }, new SeatLimits { Most = 1 })
        select new Plan { Id = $"plan {name}", Name = name, Rank = rank, Prices = prices, Trial = trial, Allowances = allowances, AddOns = addOns, Seats = seats };

    private static readonly Gen<AddOn> SomeAddOns =
        from name in Names
        from prices in PriceLists
        from allowances in SomeAllowances
        from measure in Perhaps(Measures)
        from runsOut in Bool()
        select new AddOn { Id = $"add-on {name}", Name = name, Prices = prices, Allowances = allowances, Measure = measure, RunsOut = runsOut };

    private static readonly Gen<Discount> SomeDiscounts =
        from name in Names
        from product in Perhaps(Names)
        from periods in PerhapsValue(Gen.Choose(1, 12))
        from off in Euros
        from percent in Gen.Elements(0m, 12.5m, 100m)
        from kind in Bool()
        select kind
            ? (Discount)new Discount.Percentage { Id = name, ProductId = product, Periods = periods, Percent = percent }
            : new Discount.Amount { Id = name, ProductId = product, Periods = periods, Off = off };

    private static readonly Gen<Cart> Carts =
        from plan in Names
        from every in Intervals
        from quantity in Gen.Choose(1, 9)
        from addOns in Several(
            from id in Names
            from units in Gen.Choose(1, 9)
            from own in PerhapsValue(Intervals)
            select new CartAddOn { Id = id, Quantity = units, Every = own })
        from paused in Bool()
        from discounts in Several(SomeDiscounts)
        select new Cart { PlanId = plan, Every = every, Quantity = quantity, AddOns = addOns, Paused = paused, Discounts = discounts };

    private static readonly Gen<TaxRate> TaxRates =
        from name in Names
        from percent in Amounts
        from included in Bool()
        select new TaxRate { Name = name, Percent = percent, Included = included };

    private static readonly Gen<TaxRates> Taxes =
        from otherwise in Perhaps(TaxRates)
        from products in Several(TaxRates.Select(rate => new ProductTax(rate.Name, rate)))
        select new TaxRates { Otherwise = otherwise, Products = [.. products.DistinctBy(product => product.ProductId)] };

    private static readonly Gen<CreditLot> CreditLots =
        from left in Euros
        from expires in PerhapsValue(Instants)
        from effective in PerhapsValue(Instants)
        from priority in PerhapsValue(Gen.Choose(0, 100))
        from only in PerhapsValue(Any<ProductKind>())
        select new CreditLot { Left = left, Source = CreditSource.Promotion, Expires = expires, Effective = effective, Priority = priority, PaysOnly = only };

    private static readonly Gen<Lot> Lots =
        from covers in Terms
        from period in Terms
        from quantity in Gen.Choose(1, 9)
        from above in Gen.Choose(0, 3)
        from terms in Gen.Choose(1, 2)
        from price in Prices
        from amounts in Euros.ArrayOf(4)
        from origin in Any<Origin>()
        from awaits in Bool()
        from tax in Perhaps(TaxRates.Select(rate => new LotTax { Rate = rate, Billed = amounts[0] }))
        from drawn in Several(CreditLots)
        select new Lot
        {
            Covers = covers,
            Period = period,
            Quantity = quantity,
            Above = above,
            Price = price,
            Terms = terms,
            Billed = amounts[0],
            Paid = drawn.Aggregate(amounts[1], (sum, lot) => sum + lot.Left),
            Promotion = drawn,
            Carried = amounts[2],
            Credited = amounts[3],
            Origin = origin,
            AwaitsInvoice = awaits,
            Tax = tax,
            Discount = awaits ? null : new LotDiscount(new Fraction(quantity, 7), Fraction.Of(quantity), DiscountReversal.StaysBehind),
        };

    private static readonly Gen<Item> Items =
        from product in Names
        from price in Prices
        from quantity in Gen.Choose(1, 9)
        from term in Terms
        from anchor in PerhapsValue(Anchors)
        from renewsWith in PerhapsValue(Gen.Choose(0, 9))
        from lots in Several(Lots)
        select new Item { ProductId = product, SoldAt = price, Quantity = quantity, Term = term, Anchor = anchor, RenewsWith = renewsWith, Lots = lots };

    private static readonly Gen<Grant> Grants =
        from kind in Names
        from source in Any<GrantSource>()
        from units in Amounts.Two()
        from effective in Instants
        from expires in PerhapsValue(Instants)
        from rollover in Rollovers
        from quantity in Gen.Choose(0, 3)
        from rests in Bool()
        from voided in PerhapsValue(Instants)
        from priority in PerhapsValue(Gen.Choose(-1, 3))
        from cost in PerhapsValue(Gen.Elements(Fraction.Zero, new Fraction(1, 3), Fraction.One))
        from refill in Perhaps(
            from every in Intervals
            from anchor in Anchors
            from since in Instants
            select new GrantRefill { Every = every, From = anchor, Zone = DateTimeZone.Utc, Since = since })
        select new Grant
        {
            Id = kind,
            Kind = kind,
            ProductId = kind,
            Source = source,
            Quantity = quantity,
            Rests = rests,
            Granted = units.Item1,
            Used = units.Item2,
            Effective = effective,
            Created = voided,
            Expires = expires,
            Voided = voided,
            Priority = priority,
            CostBasis = cost,
            Refill = refill,
            Rollover = rollover,
        };

    private static readonly Gen<PendingChange> PendingChanges =
        from at in Instants.Two()
        from cart in Carts
        select new PendingChange { RequestedAt = at.Item1, EffectiveAt = at.Item2, Cart = cart };

    // A subscription is terminated while nothing is pending, and paused in a pause.
    private static readonly Gen<(Status Status, PendingChange? Pending, Pause? Pause)> Standings =
        from status in Gen.Elements(Status.Active, Status.PastDue, Status.Terminated, Status.Paused)
        from pending in PendingChanges
        from has in Bool()
        from since in Instants
        from kept in Bool()
        select (
            status,
            status == Status.Terminated ? pending with { Cart = null } : has ? pending : null,
            status == Status.Paused ? new Pause { Since = since, KeepsTimeLeft = kept } : null);

    private static readonly Gen<Subscription> Held =
        from version in Gen.Choose(0, int.MaxValue)
        from standing in Standings
        from zone in Gen.Elements("UTC", "Europe/Prague", "America/Los_Angeles", "UTC+05:30").Select(id => DateTimeZoneProviders.Tzdb[id])
        from anchor in Anchors
        from quota in PerhapsValue(Anchors)
        from plan in Items
        from addOns in Several(Items)
        from trial in Perhaps(Terms.Select(term => new TrialUse { PlanId = "tried", Term = term }))
        from waiting in Several(
            from since in Instants
            from owed in Bool()
            from amount in Euros
            select new WaitingCharge { Since = since, Owed = owed, Amount = amount, Credited = owed && !amount.IsNegative ? amount : null })
        from grants in Several(Grants)
        from discounts in Several(SomeDiscounts)
        select new Subscription
        {
            Id = "S-1",
            Version = version,
            Status = standing.Status,
            Zone = zone,
            Currency = Euro,
            Anchor = anchor,
            QuotaAnchor = quota,
            Plan = plan,
            AddOns = addOns,
            Trial = trial,
            Pending = standing.Pending,
            Pause = standing.Pause,
            NextInvoice = waiting,
            Grants = grants,
            UsageDebts = [.. grants.Select(grant => new UsageDebt { Kind = grant.Kind, Units = grant.Used })],
            Discounts = discounts,
        };

    private static readonly Gen<Subscription> SomeSubscriptions = Gen.Frequency(
        (1, Gen.Constant(Subscription.NotStarted("S-2", "EUR", DateTimeZone.Utc))),
        (9, Held));

    private static readonly Gen<MoneyCredit> Credit = Several(
        from source in Any<CreditSource>()
        from lot in CreditLots
        select lot with { Source = source })
        .Select(lots => new MoneyCredit { Lots = lots });

    private static readonly Gen<Change> SomeChanges =
        from cart in Perhaps(Carts)
        from timing in PerhapsValue(Any<RequestedTiming>())
        select new Change { Cart = cart, Timing = timing };

    private static readonly Gen<Line> Lines =
        from kind in Any<LineKind>()
        from product in Names
        from price in Amounts
        from covers in Terms
        from unit in Any<Grain>()
        from left in Gen.Choose(0, 30)
        from amount in Euros
        from basis in Any<LineBasis>()
        from forfeited in Bool()
        from tax in Perhaps(TaxRates.Select(rate => new LineTax { Rate = rate, Exact = new Fraction(left, 7), Amount = amount }))
        select new Line
        {
            Kind = kind,
            Product = product,
            Quantity = 1 + left,
            Price = price,
            Covers = covers,
            Share = new Share(left, 31, unit),
            Exact = new Fraction(-left, 31),
            Amount = -amount,
            Basis = basis,
            Forfeited = forfeited,
            Tax = tax,
        };

    private static readonly Gen<Quote> Quotes =
        from occasion in Any<Occasion>()
        from at in Instants
        from change in Perhaps(SomeChanges)
        from direction in Any<Direction>()
        from read in FactsReads()
        from entries in Several(
            from account in Any<Account>()
            from amount in Euros
            from line in Gen.Choose(Entry.NoLine, 3)
            select new Entry(account, -amount, line))
        from lines in Several(Lines)
        from grants in Several(
            from kind in Any<GrantEffectKind>()
            from name in Names
            from units in Amounts
            select new GrantEffect(kind, name, name, units))
        from ended in Several(Names)
        from before in PerhapsValue(Terms)
        from after in SomeSubscriptions
        from credit in Credit
        select new Quote
        {
            SubscriptionId = "S-1",
            ForVersion = after.Version,
            Occasion = occasion,
            At = at,
            Change = change,
            Direction = direction,
            Read = read,
            Entries = entries,
            Lines = lines,
            Grants = grants,
            EndedAddOns = ended,
            TermBefore = before,
            SubscriptionAfter = after,
            CreditAfter = credit,
        };

    private static readonly Gen<Refused> Refusals =
        from code in Any<RefusalCode>()
        from sentence in Names
        select new Refused { Code = code, Sentence = sentence };

    /// <summary>Gets each vendor's policy with each value of each parameter, the others left as they are.</summary>
    internal static IEnumerable<BillingPolicy> EveryVendorPolicy =>
        from vendor in typeof(WhaleBooks).Assembly.GetExportedTypes()
        where vendor.Namespace == typeof(WhaleBooks).Namespace
        from make in vendor.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where make.ReturnType == typeof(BillingPolicy)
        from one in make.GetParameters()
        from value in ValuesOf(one.ParameterType)
        select (BillingPolicy)make.Invoke(null, [.. make.GetParameters().Select(parameter => parameter == one ? value : Default(parameter))])!;

    public static Arbitrary<BillingPolicy> Policies() =>
        Gen.Elements(EveryVendorPolicy.Where(policy => PolicyCheck.Contradictions(policy).IsEmpty).ToArray()).ToArbitrary();

    public static Arbitrary<Catalog> Catalogs() => (
        from plans in Several(SomePlans, least: 1)
        from addOns in Several(SomeAddOns)
        select new Catalog
        {
            Plans = [.. plans.DistinctBy(plan => plan.Id)],
            AddOns = [.. addOns.DistinctBy(addOn => addOn.Id)],
        }).ToArbitrary();

    public static Arbitrary<Subscription> Subscriptions() => SomeSubscriptions.ToArbitrary();

    public static Arbitrary<Change> Changes() => SomeChanges.ToArbitrary();

    public static Arbitrary<Facts> SomeFacts() => (
        from credit in Credit
        from members in PerhapsValue(Gen.Choose(0, 9))
        from askedBy in PerhapsValue(Any<Roles>())
        from others in Gen.Choose(0, 2)
        from taxes in Perhaps(Taxes)
        select new Facts { Credit = credit, MembersInUse = members, AskedBy = askedBy, OtherSubscriptions = others, Taxes = taxes }).ToArbitrary();

    public static Arbitrary<Answer> Answers() => Gen.OneOf(Quotes.Select(Answer (quote) => quote), Refusals.Select(Answer (refused) => refused)).ToArbitrary();

    public static Arbitrary<Acceptance> Acceptances() => Gen.OneOf(
        SomeSubscriptions.Zip(Credit).Select(Acceptance (pair) => new Accepted { Subscription = pair.Item1, Credit = pair.Item2 }),
        Refusals.Select(Acceptance (refused) => new Stale { Refusal = refused })).ToArbitrary();

    private static Gen<FactsRead> FactsReads() =>
        from credit in Perhaps(Credit)
        from members in PerhapsValue(Gen.Choose(0, 9))
        from askedBy in PerhapsValue(Any<Roles>())
        from others in PerhapsValue(Gen.Choose(0, 2))
        from taxes in Perhaps(Taxes)
        select new FactsRead(credit, members, askedBy, others, taxes);

    private static object? Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? ValuesOf(parameter.ParameterType).First()
        : parameter is { DefaultValue: not null, ParameterType.IsEnum: true }
        ? Enum.ToObject(parameter.ParameterType, parameter.DefaultValue)
        : parameter.DefaultValue;

    private static IEnumerable<object?> ValuesOf(Type type) =>
        type == typeof(TermRule) ? OrNone(TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm)
        : type == typeof(UnusedValue) ? OrNone(UnusedValue.None, UnusedValue.OfAllLots, UnusedValue.OfLots(Origins.Purchased | Origins.FromAddOns, ValueBasis.PaidInMoney))
        : type == typeof(Surplus) ? OrNone(Surplus.ToBalance, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Ceiling), Surplus.AllUnusedToTime(RoundingMode.Floor))
        : type == typeof(Treatment) ? OrNone(Treatment.AtPeriodEnd, WhaleBooks.Policy().Rules.OfType<Rule.Treated>().Last().Then)
        : type == typeof(Timing) ? [Timing.Now, Timing.AtPeriodEnd, Timing.AtBilledEnd]
        : type == typeof(Measure) ? OrNone(Measure.Days, Measure.Seconds)
        : type == typeof(Timing) ? [Timing.Now, Timing.AtBilledEnd]
        : type == typeof(Anchor) ? [Anchor.OnDay(1), Anchor.OnDay(31)]
        : type == typeof(BillingInterval) ? [BillingInterval.Month, BillingInterval.Week]
        : type == typeof(bool) ? [false, true]
        : type.IsDefined(typeof(FlagsAttribute)) ? Enumerable.Range(0, 1 + Enum.GetValues(type).Cast<int>().Max()).Select(flags => Enum.ToObject(type, flags))
        : type.IsEnum ? Enum.GetValues(type).Cast<object>()
        : throw new NotSupportedException($"A vendor has a parameter of type {type.Name}; name its values here.");

    private static IEnumerable<object?> OrNone(params IEnumerable<object> values) => values.Prepend<object?>(null);

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<bool> Bool() => Gen.Elements(true, false);

    private static Gen<T?> Perhaps<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));

    private static Gen<T?> PerhapsValue<T>(Gen<T> some)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));

    private static Gen<Sequence<T>> Several<T>(Gen<T> one, int least = 0) =>
        Gen.Choose(least, 2).SelectMany(one.ArrayOf).Select(several => Sequence.Of<T>(several));
}
