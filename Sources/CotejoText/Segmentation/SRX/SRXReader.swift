import CExpat

/// Reads the XML of an SRX 2.0 file.
///
/// Nothing outside the file is read, and declarations of entities are refused, so that none can grow
/// without bound. Elements of other namespaces than the root's, which some programs add, are passed
/// over.
final class SRXReader {
  /// What an element is, by where it may stand.
  private enum Element: String {
    case srx
    case header
    case formathandle
    case body
    case languagerules
    case languagerule
    case rule
    case beforebreak
    case afterbreak
    case maprules
    case languagemap

    var parent: Element? {
      switch self {
      case .srx: nil
      case .header, .body: .srx
      case .formathandle: .header
      case .languagerules, .maprules: .body
      case .languagerule: .languagerules
      case .rule: .languagerule
      case .beforebreak, .afterbreak: .rule
      case .languagemap: .maprules
      }
    }
  }

  private var rules: SRXRules
  private let parser: XML_Parser
  /// The namespace of the root.
  private var namespace = ""
  private var open: [Element] = []
  /// How many elements are open that are passed over.
  private var foreign = 0
  private var hasHeader = false
  private var group: String?
  private var rule: SRXRules.Rule?
  private var text = ""
  /// What is wrong with the file, and where.
  private var fault: TextError?

  private init?(_ rules: SRXRules) {
    // No namespace holds a space, which parts it from the name.
    guard let parser = XML_ParserCreateNS(nil, CChar(0x20)) else { return nil }
    self.parser = parser
    self.rules = rules
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        SRXReader.from(data)?.begin(name, attributes)
      },
      { data, _ in SRXReader.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        SRXReader.from(data)?.append(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      SRXReader.from(data)?.refuse("declares an entity, which is not taken from files of rules")
    }
    // Without a handler expat would pass over the reference.
    XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 0 }
    XML_SetSkippedEntityHandler(parser) { data, name, isParameter in
      guard isParameter == 0, let name else { return }
      SRXReader.from(data)?.refuse(
        "uses the entity '\(String(cString: name))', which is not declared")
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func from(_ data: UnsafeMutableRawPointer?) -> SRXReader? {
    data.map { Unmanaged<SRXReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Fills rules with what a file says, expressions unread.
  ///
  /// - Throws: `languageData` for the first fault, with file, line and column.
  static func read(_ bytes: [UInt8], into rules: inout SRXRules) throws(TextError) {
    guard let reader = SRXReader(rules) else {
      throw TextError(
        .unreadable, place: rules.place, message: "cannot be read: there is not enough memory")
    }
    let status = bytes.withUnsafeBytes {
      XML_Parse(
        reader.parser, $0.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 1)
    }
    if let fault = reader.fault { throw fault }
    if status == XML_STATUS_ERROR {
      let code = XML_GetErrorCode(reader.parser)
      let cause = XML_ErrorString(code).map { ": \(String(cString: $0))" } ?? ""
      throw reader.fault("is not well-formed XML\(cause)")
    }
    try reader.checkWhole()
    rules = reader.rules
  }

  /// What can only be told at the end.
  private func checkWhole() throws(TextError) {
    guard hasHeader else { throw wholeFault("has no 'header'") }
    guard !rules.languageMaps.isEmpty else {
      throw wholeFault("has no 'languagemap': no rule is for any language")
    }
    for map in rules.languageMaps where rules.groups[map.group] == nil {
      throw TextError(
        .languageData, place: "\(rules.place):\(map.line)",
        message: "a 'languagemap' names the rules '\(map.group)', and there are none of that name")
    }
  }

  private func wholeFault(_ message: String) -> TextError {
    TextError(.languageData, place: rules.place, message: message)
  }

  // MARK: Elements

  private func begin(
    _ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil else { return }
    let full = String(cString: name)
    let space = full.utf8.lastIndex(of: 0x20)
    let namespace = space.map { String(full[..<$0]) } ?? ""
    let local = space.map { String(full[full.utf8.index(after: $0)...]) } ?? full
    if foreign > 0 || !open.isEmpty && namespace != self.namespace {
      foreign += 1
      return
    }
    var attributes: [String: String] = [:]
    var index = 0
    while let list, let key = list[index], let value = list[index + 1] {
      attributes[String(cString: key)] = String(cString: value)
      index += 2
    }
    if open.isEmpty {
      self.namespace = namespace
      guard local == Element.srx.rawValue else {
        refuse("is not SRX: its root element is '\(local)'")
        return
      }
    }
    guard let element = Element(rawValue: local), element.parent == open.last else {
      let parent = open.last.map { " inside '\($0.rawValue)'" } ?? ""
      refuse("has an element '\(local)'\(parent), where SRX 2.0 has none of that name")
      return
    }
    open.append(element)
    begin(element, attributes)
  }

  private func begin(_ element: Element, _ attributes: [String: String]) {
    switch element {
    case .srx:
      checkVersion(attributes["version"])
    case .header:
      hasHeader = true
      guard attributes["cascade"] != nil else {
        refuse("has a 'header' without 'cascade', which says whose rules count")
        return
      }
      rules.isCascading = flag("cascade", attributes, standard: false)
      rules.segmentsSubflows = flag("segmentsubflows", attributes, standard: true)
    case .formathandle:
      let includes = flag("include", attributes, standard: attributes["type"] == "end")
      switch attributes["type"] {
      case "start": rules.formatHandles.includesStart = includes
      case "end": rules.formatHandles.includesEnd = includes
      case "isolated": rules.formatHandles.includesIsolated = includes
      default: refuse("has a 'formathandle' whose 'type' is none of start, end, isolated")
      }
    case .languagerule:
      guard let name = attributes["languagerulename"] else {
        refuse("has a 'languagerule' without 'languagerulename'")
        return
      }
      guard rules.groups[name] == nil else {
        refuse("has two 'languagerule's of the name '\(name)'")
        return
      }
      rules.groups[name] = []
      group = name
    case .rule:
      let group = group ?? ""
      rule = SRXRules.Rule(
        isBreak: flag("break", attributes, standard: true), before: "", after: "", line: line,
        number: (rules.groups[group]?.count ?? 0) + 1, group: group)
    case .beforebreak, .afterbreak:
      text = ""
    case .languagemap:
      guard let pattern = attributes["languagepattern"],
        let name = attributes["languagerulename"]
      else {
        refuse("has a 'languagemap' without 'languagepattern' and 'languagerulename'")
        return
      }
      rules.languageMaps.append(
        SRXRules.LanguageMap(pattern: pattern, group: name, line: line))
    case .body, .languagerules, .maprules: break
    }
  }

  private func end() {
    guard fault == nil else { return }
    if foreign > 0 {
      foreign -= 1
      return
    }
    switch open.popLast() {
    case .beforebreak: rule?.before = text
    case .afterbreak: rule?.after = text
    case .rule:
      if let rule { rules.groups[rule.group]?.append(rule) }
      rule = nil
    default: break
    }
  }

  private func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard foreign == 0, open.last == .beforebreak || open.last == .afterbreak else { return }
    text += String(decoding: piece, as: UTF8.self)
  }

  // MARK: Attributes and faults

  private func checkVersion(_ version: String?) {
    switch version {
    case "2.0": break
    case "1.0":
      refuse("is SRX 1.0, whose rules have another meaning; save it as SRX 2.0")
    case let version?: refuse("is SRX '\(version)'; what can be read is SRX 2.0")
    case nil: refuse("does not say which 'version' of SRX it is; what can be read is SRX 2.0")
    }
  }

  private func flag(_ name: String, _ attributes: [String: String], standard: Bool) -> Bool {
    switch attributes[name] {
    case "yes": return true
    case "no": return false
    case nil: return standard
    case let value?:
      refuse("has '\(name)' of '\(value)', which must be yes or no")
      return standard
    }
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func fault(_ message: String) -> TextError {
    let column = Int(XML_GetCurrentColumnNumber(parser)) + 1
    return TextError(.languageData, place: "\(rules.place):\(line):\(column)", message: message)
  }

  private func refuse(_ message: String) {
    if fault == nil { fault = fault(message) }
    XML_StopParser(parser, 0)
  }
}
