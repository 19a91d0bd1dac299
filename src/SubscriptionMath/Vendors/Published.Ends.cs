namespace SubscriptionMath.Vendors;

/// <content>Those whose pages say what an early end costs, or gives back.</content>
public static partial class Published
{
    /// <summary>Adobe: a year that is paid by the month; leaving it costs half of the months left, and the service runs to the end of the month.</summary>
    /// <remarks>Source: ibtimes.co.in, article 808250. The year is the price's (<see cref="Price.Contract"/>). It speaks of those who leave after fourteen days; what holds before is not said.</remarks>
    /// <example>USD 20.00 a month, left with five months to go: 50.00.</example>
    public static BillingPolicy Adobe() => Of("Adobe", Measure.Days,
        Treatment.AtPeriodEnd with { EarlyEnd = EarlyEnd.PartOfTheRest(new Fraction(1, 2)) }, Rule.Otherwise(Treatments.Prorated));

    /// <summary>WPSiteWizard: a year that is ended is paid for by the month as far as it was used. Crowdcast and Fitness First do so as well.</summary>
    /// <remarks>Source: wpsitewizard.com/faq; docs.crowdcast.io, "What happens if I cancel my year plan".</remarks>
    /// <example>USD 470.00 a year, ended after three months that cost 47.00 each: 329.00 are paid back.</example>
    public static BillingPolicy WpSiteWizard() => Of("WPSiteWizard", Measure.MonthsNotStarted,
        Ended with { Unused = UnusedValue.OfAllLots with { Retained = Retention.DiscountOver(BillingInterval.Month) } },
        Rule.Otherwise(Treatments.Prorated));

    /// <summary>Insurers' short rate: a tenth of what is unused is kept when a policy is ended.</summary>
    /// <remarks>Source: commonwealthinsurancepartners.com, "Wheel"; proratacalculators.com.</remarks>
    /// <example>USD 500.00 for a year, ended after 150 days: 294.52 are unused, 29.45 are kept, 265.07 are paid back.</example>
    public static BillingPolicy ShortRate() => Of("Short rate", Measure.Days,
        Ended with { Unused = UnusedValue.OfAllLots with { Retained = Retention.Part(new Fraction(1, 10)) } },
        Rule.Otherwise(Treatments.Prorated));

    private static Treatment Ended => Treatments.Prorated with { NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.Refunded(RefundRest.ToBalance) };
}
