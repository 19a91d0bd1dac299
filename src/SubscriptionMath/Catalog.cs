namespace SubscriptionMath;

/// <summary>The plans and add-ons for sale, and those that running subscriptions still hold.</summary>
/// <remarks>
/// Running subscriptions keep their prices as sold and never read them from the catalog. A plan no longer offered stays in the catalog
/// while a subscription holds it, since its rank still decides the direction of a change.
/// </remarks>
public sealed record Catalog
{
    private readonly Index<Plan> _plans = Index<Plan>.Empty;
    private readonly Index<AddOn> _addOns = Index<AddOn>.Empty;

    /// <summary>Gets the plans; their ids differ.</summary>
    /// <exception cref="ArgumentException">Two plans have the same id.</exception>
    public required Sequence<Plan> Plans
    {
        get;
        init
        {
            (field, _plans) = (value, Index<Plan>.Of(value, static plan => plan.Id));
            if (_plans.Twice() is { } id)
            {
                throw new ArgumentException($"There are two plans with the id '{id}'.", nameof(Plans));
            }
        }
    }

    /// <summary>Gets the add-ons; their ids differ.</summary>
    /// <exception cref="ArgumentException">Two add-ons have the same id.</exception>
    public Sequence<AddOn> AddOns
    {
        get;
        init
        {
            (field, _addOns) = (value, Index<AddOn>.Of(value, static addOn => addOn.Id));
            if (_addOns.Twice() is { } id)
            {
                throw new ArgumentException($"There are two add-ons with the id '{id}'.", nameof(AddOns));
            }
        }
    }

    /// <summary>Makes a catalog of plans without add-ons.</summary>
    /// <param name="plans">The plans.</param>
    /// <exception cref="ArgumentException">Two plans have the same id.</exception>
    public static Catalog Of(params ReadOnlySpan<Plan> plans) => new() { Plans = Sequence.Of(plans) };

    /// <summary>Gives the plan with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The catalog has no such plan.</exception>
    public Plan Plan(string id) => _plans.Find(id)
        ?? throw new ArgumentException($"The catalog has no plan '{id}'; it has {Names(Ids(Plans))}.", nameof(id));

    /// <summary>Gives the add-on with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The catalog has no such add-on.</exception>
    public AddOn AddOn(string id) => _addOns.Find(id)
        ?? throw new ArgumentException($"The catalog has no add-on '{id}'; it has {Names(Ids(AddOns))}.", nameof(id));

    internal Plan? PlanOrNull(string id) => _plans.Find(id);

    internal AddOn? AddOnOrNull(string id) => _addOns.Find(id);

    /// <summary>Gives a plan that a subscription holds, or that was found before. The caller's catalog has to have it.</summary>
    internal Plan HeldPlan(string id) => _plans.Find(id) ?? throw Lacks(this, $"plan '{id}'; it has {Names(Ids(Plans))}");

    /// <summary>Gives an add-on that a subscription holds, or that was found before. The caller's catalog has to have it.</summary>
    internal AddOn HeldAddOn(string id) => _addOns.Find(id) ?? throw Lacks(this, $"add-on '{id}'; it has {Names(Ids(AddOns))}");

    internal static Sequence<string> Ids(Sequence<Plan> plans) => [.. plans.Select(static plan => plan.Id)];

    internal static Sequence<string> Ids(Sequence<AddOn> addOns) => [.. addOns.Select(static addOn => addOn.Id)];

    private static ArgumentException Lacks(Catalog catalog, string product) => new($"The catalog has no {product}.", nameof(catalog));

    private static string Names(Sequence<string> ids) => ids.IsEmpty ? "none" : string.Join(", ", ids.Select(static id => $"'{id}'"));
}
