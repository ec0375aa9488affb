// What the compiler needs of newer frameworks to compile this code for .NET Standard 2.0.
namespace System.Runtime.CompilerServices
{
    /// <summary>Lets records and <c>init</c> accessors compile.</summary>
    internal static class IsExternalInit;
}

namespace System
{
    /// <summary>Lets list patterns look at the last element.</summary>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }
}
