public import CotejoFidelity
internal import CotejoText

/// A name of a finding that stays the same from run to run and when its pair moves in the file.
///
/// It is made of the type of the finding, the texts of the pair, and the places in them: 16
/// hexadecimal digits, the first of a SHA-256. Neither the probability nor the message goes in, so
/// that a better calibration does not rename findings.
public enum FindingFingerprint {
  /// The fingerprint of a finding on a pair.
  public static func fingerprint(of finding: Finding, on pair: RenderedPair) -> String {
    var bytes = Array(finding.type.rawValue.utf8)
    for (span, text) in [(finding.source, pair.source), (finding.target, pair.target)] {
      // The lengths keep what stands side by side apart.
      bytes.append(0)
      bytes.append(decimal: text.count)
      bytes.append(0)
      bytes += text
      bytes.append(decimal: span.map { Int($0.lower) } ?? -1)
      bytes.append(0)
      bytes.append(decimal: span.map { Int($0.upper) } ?? -1)
    }
    return String(SHA256.hash(bytes).description.prefix(16))
  }
}
