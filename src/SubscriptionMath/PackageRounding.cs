using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The charge for a package that is not full.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PackageRounding>))]
public enum PackageRounding
{
    /// <summary>A package that is not full is charged: fifteen units are two packages of ten.</summary>
    Up,

    /// <summary>Only full packages are charged: fifteen units are one package of ten.</summary>
    Down,
}
