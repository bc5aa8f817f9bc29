using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Conversions keep the value; what a number is made of can no longer be a path.</summary>
internal static class Conversions
{
    public static Value Apply(Frame frame, IConversionOperation conversion)
    {
        var value = frame[conversion.Operand];
        if (conversion.OperatorMethod is { } method && frame.Engine.Members.HasBody(method))
        {
            return Calls.Convert(frame, conversion, method);
        }

        if (conversion.OperatorMethod is { } library)
        {
            Acts.Convert(frame, conversion, library);
        }

        return value.Facts.IsEmpty ? value : value with { Facts = Frame.Narrow(value.Facts, conversion.Operand.Type is null ? null : Narrower(conversion)) };
    }

    private static ITypeSymbol? Narrower(IConversionOperation conversion) =>
        Types.CarriesNoText(conversion.Type) ? conversion.Type : conversion.Operand.Type;
}
