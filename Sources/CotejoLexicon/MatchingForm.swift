internal import CotejoICU
package import CotejoText

/// The form in which words are looked up and compared across texts.
///
/// Letters are case-folded one by one (simple folding, so that length stays near), the typographic
/// apostrophe becomes the plain one, soft hyphens go. A number keeps its digits only, so that
/// `1.250,50` meets `1,250.50`.
package enum MatchingForm {
  /// Appends the matching form of a token to `form`; a token may have none.
  package static func append(
    _ token: Token, in bytes: borrowing Span<UInt8>, to form: inout [UInt8]
  ) {
    var index = Int(token.span.lower)
    let end = Int(token.span.upper)
    if token.kind == .number {
      while index < end {
        let byte = bytes[index]
        // Digits of other scripts are more than one byte: kept as they stand.
        if (0x30...0x39).contains(byte) || byte >= 0x80 { form.append(byte) }
        index += 1
      }
      return
    }
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        // A run of ASCII at once: to append byte by byte is to test the array byte by byte.
        var stop = index + 1
        while stop < end, bytes[stop] < 0x80 { stop += 1 }
        let start = form.count
        form.append(contentsOf: repeatElement(0, count: stop - index))
        var run = form.mutableSpan
        for place in start..<run.count {
          let byte = bytes[index + place - start]
          run[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        index = stop
        continue
      }
      let (scalar, width) = bytes.decodeScalar(at: index)
      switch scalar {
      case 0x2019, 0x02BC: form.append(0x27)
      case 0xAD: break
      default: form.append(scalar: CodePoint.caseFolded(scalar))
      }
      index += width
    }
  }
}
