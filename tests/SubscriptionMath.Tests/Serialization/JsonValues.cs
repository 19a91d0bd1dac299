namespace SubscriptionMath.Tests.Serialization;

/// <summary>Values of which what is written as JSON is made: names, amounts, instants, terms; and that something may be missing.</summary>
internal static class JsonValues
{
    internal static readonly Currency Euro = Currency.Of("EUR");

    internal static readonly Gen<string> Names = Gen.Elements("basic", "Pro – 5 seats", "\"quoted\" \\ 'single'", "čeština 日本 🐳", "<b>&amp;", " tab\tline\n.");

    internal static readonly Gen<decimal> Amounts = Gen.Elements(0m, 0.00m, 1m, 75.00m, 19.90m, 0.000000000001m, 9_999_999.99m);

    internal static readonly Gen<Fraction> Fractions = Gen.Elements(Fraction.Zero, new Fraction(1, 3), Fraction.One);

    internal static readonly Gen<Instant> Instants =
        from seconds in Gen.Choose(-1_000_000_000, 2_000_000_000)
        from nanoseconds in Gen.Elements(0, 1, 500_000_000)
        select Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds);

    internal static readonly Gen<DateTimeZone> Zones =
        Gen.Elements("UTC", "Europe/Prague", "America/Los_Angeles", "UTC+05:30").Select(id => DateTimeZoneProviders.Tzdb[id]);

    internal static readonly Gen<Term> Terms =
        from start in Instants
        from length in Gen.Choose(1, 40_000_000)
        select new Term(start, start + Duration.FromSeconds(length));

    internal static readonly Gen<BillingInterval> Intervals = Gen.Elements(
        BillingInterval.Day, BillingInterval.Days(30), BillingInterval.Week, BillingInterval.Month, BillingInterval.Months(3), BillingInterval.Years(2));

    internal static readonly Gen<Anchor> Anchors = Instants.Select(at => new Anchor(at.InUtc().LocalDateTime));

    internal static readonly Gen<Money> Euros = Gen.Elements(0, 1, 7_500, int.MaxValue).Select(minor => Money.OfMinor(minor, Euro));

    internal static readonly Gen<Measure> Measures =
        from measure in Gen.Elements(Measure.Days, Measure.Seconds, Measure.MonthsNotStarted)
        from changeDay in Any<ChangeDay>()
        from days in Gen.Elements(30, 31)
        from per in Gen.Elements(BillingInterval.Month, BillingInterval.Years(1))
        from denominator in Gen.Elements(Denominator.Period, Denominator.AtTheBoundary, Denominator.FixedDays(days, per))
        from decimals in Gen.Choose(0, 18)
        from mode in Any<RoundingMode>()
        from ratio in Gen.Elements(RatioRule.Exact, RatioRule.Rounded(decimals, mode), RatioRule.RateRounded(mode))
        from whole in Gen.Elements<BillingInterval?>(null, null, BillingInterval.Months(3), BillingInterval.Year)
        select measure with { ChangeDay = changeDay, Denominator = denominator, Ratio = ratio, Interval = whole };

    internal static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    internal static Gen<bool> Bool() => Gen.Elements(true, false);

    internal static Gen<T?> Perhaps<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));

    internal static Gen<T?> PerhapsValue<T>(Gen<T> some)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(T? (value) => value)));

    internal static Gen<Sequence<T>> Several<T>(Gen<T> one, int least = 0) =>
        Gen.Choose(least, 2).SelectMany(one.ArrayOf).Select(several => Sequence.Of<T>(several));
}
