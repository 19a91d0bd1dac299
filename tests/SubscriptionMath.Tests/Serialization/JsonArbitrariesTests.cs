using System.Collections;
using System.Reflection;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>The laws of JSON are as good as what they are asked about: nothing that is written may be left out of it.</summary>
public class JsonArbitrariesTests
{
    private readonly Dictionary<PropertyInfo, HashSet<string>> _values = [];

    [Fact]
    public void Every_property_that_is_written_takes_several_values()
    {
        for (var batch = 0; batch < 50 && (batch == 0 || AlwaysTheSame() is not ""); batch++)
        {
            See(JsonArbitraries.Catalogs(), batch);
            See(JsonArbitraries.Subscriptions(), batch);
            See(JsonArbitraries.Changes(), batch);
            See(JsonArbitraries.SomeFacts(), batch);
            See(JsonArbitraries.Answers(), batch);
            See(JsonArbitraries.Acceptances(), batch);
        }

        Assert.True(AlwaysTheSame() is "", AlwaysTheSame());
    }

    private string AlwaysTheSame() => string.Join(
        ", ",
        from property in _values.Keys
        where _values[property].Count < 2 && property.PropertyType != typeof(Currency)
        orderby property.DeclaringType!.Name, property.Name
        select $"{property.DeclaringType!.Name}.{property.Name}");

    private void See<T>(Arbitrary<T> arbitrary, int batch)
    {
        foreach (var value in arbitrary.Generator.Draw($"{typeof(T).Name} {batch}", 30, 100))
        {
            See(value);
        }
    }

    private void See(object? value)
    {
        if (value is IEnumerable several and not string)
        {
            foreach (var one in several)
            {
                See(one);
            }
        }
        else if (value is not null && value.GetType().Assembly == typeof(Subscription).Assembly)
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is not null))
            {
                var found = property.GetValue(value);
                if (!_values.TryGetValue(property, out var values))
                {
                    _values.Add(property, values = []);
                }

                values.Add(found is IEnumerable list and not string ? string.Join("; ", list.Cast<object>()) : $"{found}");
                See(found);
            }
        }
    }
}
