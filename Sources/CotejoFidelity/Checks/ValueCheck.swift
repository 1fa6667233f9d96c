internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether numbers, amounts, measures, dates and times are the same on both sides, whatever their
/// form.
struct ValueCheck: FidelityCheck {
  let name = "values"

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    if pair.source.values.isEmpty, pair.target.values.isEmpty {
      let readers = pair.batch.resources.values
      return readers.source.hasWords && readers.target.hasWords ? .notApplicable : .cannotTell
    }
    for issue in pair.values.issues { suspicions.append(Self.suspicion(issue, pair)) }
    return .checked
  }

  private static func suspicion(_ issue: ValueIssue, _ pair: CheckedPair) -> Suspicion {
    let (type, severity) = kind(of: issue)
    let source = issue.source.map { TextSpan($0.range) }
    let target = issue.target.map { TextSpan($0.range) }
    let likelihood = Float(min(0.99, max(0.01, issue.likelihood)))
    return Suspicion(
      type: type, severity: severity,
      features: [
        logf(likelihood / (1 - likelihood)), issue.traits.contains(.specific) ? 1 : 0,
        issue.traits.contains(.linked) ? 1 : 0, issue.traits.contains(.weak) ? 0 : 1,
      ],
      source: source, target: target,
      message: message(issue, source.map(pair.source.string), target.map(pair.target.string)))
  }

  /// What kind of fault an issue is, and how grave.
  private static func kind(of issue: ValueIssue) -> (FindingType, Severity) {
    let isDate = [issue.source, issue.target].contains { reading in
      reading.map { Self.isDate($0.value.kind) } ?? false
    }
    return switch issue.kind {
    case .changed: (isDate ? .date : .number, .critical)
    case .missing, .added: (isDate ? .missingDate : .missingNumber, .major)
    case .unitChanged: (.unit, .critical)
    case .currencyChanged: (.currency, .critical)
    case .kindChanged: (.percentage, .major)
    case .qualifierChanged: (.qualifier, .major)
    case .converted: (.unit, .note)
    case .rounded: (.number, .note)
    }
  }

  private static func isDate(_ kind: ValueKind) -> Bool {
    switch kind {
    case .day, .month, .weekday, .relativeDay, .year, .decade, .century, .clock: true
    default: false
    }
  }

  private static func message(
    _ issue: ValueIssue, _ source: String?, _ target: String?
  ) -> String {
    switch (source, target) {
    case (let source?, let target?):
      switch issue.kind {
      case .converted: "'\(source)' is converted: '\(target)'"
      case .rounded: "'\(source)' is rounded: '\(target)'"
      case .unitChanged: "'\(source)' is of another unit than '\(target)'"
      case .currencyChanged: "'\(source)' is of another currency than '\(target)'"
      case .kindChanged: "'\(source)' is of another kind than '\(target)'"
      case .qualifierChanged: "'\(source)' is said otherwise of '\(target)'"
      default:
        issue.traits.contains(.regional)
          ? "'\(source)' is '\(target)' in some regions only" : "'\(source)' became '\(target)'"
      }
    case (let source?, nil): "'\(source)' is not in the rendering"
    case (nil, let target?): "'\(target)' is not in the original"
    case (nil, nil): ""
    }
  }
}
