internal import CotejoText

/// A table of pairs, `manifest.tsv`: UTF-8, tab-separated, a header row.
///
/// The column `id` names the pair and one column a language holds the path of its document, below
/// the corpus folder; a blank cell says that this side is missing on purpose. Other columns are kept
/// as they are. A language's column is found by its tag (`es`), or by another region of it.
struct PairTable {
  struct Row {
    var line: Int
    var id: String
    var source: String
    var target: String
    var attributes: [DocumentPair.Attribute]
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [PipelineError] = []
  private let file: String

  /// Reads the table in `bytes`; `file` names it in problems.
  init(_ bytes: [UInt8], file: String, names: LanguageNames) {
    self.file = file
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var header: Header?
    var number = 0
    var ids: [String: Int] = [:]
    for line in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.isEmpty { continue }
      guard let text = String(validating: line, as: UTF8.self) else {
        report(number, "the line is not UTF-8")
        continue
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmingSpaces }
      guard let columns = header else {
        header = readHeader(cells, line: number, names: names)
        if header == nil { return }
        continue
      }
      guard cells.count <= columns.names.count else {
        report(
          number, "the row has \(cells.count) cells, the header only \(columns.names.count)")
        continue
      }
      let row = row(cells, columns, line: number)
      if row.id.isEmpty {
        report(number, "the row has no id")
      } else if let first = ids.updateValue(number, forKey: row.id) {
        report(number, "duplicate id '\(row.id)'; it was first given in line \(first)")
      } else {
        rows.append(row)
      }
    }
    if header == nil, problems.isEmpty { report(1, "the table is empty; it needs a header row") }
  }

  private struct Header {
    var names: [String]
    var id: Int
    var source: Int
    var target: Int
  }

  private mutating func readHeader(
    _ cells: [String], line: Int, names: LanguageNames
  ) -> Header? {
    var id: Int?
    var columns: [LanguageNames.Side: (index: Int, isExact: Bool)] = [:]
    for (index, cell) in cells.enumerated() {
      if cell == "id" {
        if id != nil { report(line, "the header has two columns 'id'") }
        id = index
      } else if let (side, isExact) = names.side(of: cell) {
        if let known = columns[side], known.isExact == isExact {
          report(line, "the header has two columns for '\(names.tag(of: side))'")
        } else if columns[side]?.isExact != true {
          columns[side] = (index, isExact)
        }
      }
    }
    if id == nil { report(line, "the header has no column 'id'") }
    for side in [LanguageNames.Side.source, .target] where columns[side] == nil {
      report(line, "the header has no column for the language '\(names.tag(of: side))'")
    }
    guard let id, let source = columns[.source], let target = columns[.target], problems.isEmpty
    else { return nil }
    return Header(names: cells, id: id, source: source.index, target: target.index)
  }

  private func row(_ cells: [String], _ header: Header, line: Int) -> Row {
    func cell(_ index: Int) -> String { index < cells.count ? cells[index] : "" }
    var attributes: [DocumentPair.Attribute] = []
    for (index, name) in header.names.enumerated()
    where ![header.id, header.source, header.target].contains(index) && !cell(index).isEmpty {
      attributes.append(DocumentPair.Attribute(name: name, value: cell(index)))
    }
    return Row(
      line: line, id: cell(header.id), source: cell(header.source), target: cell(header.target),
      attributes: attributes)
  }

  private mutating func report(_ line: Int, _ message: String) {
    problems.append(PipelineError(.corpus, at: Place(file: file, line: line), message))
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    let spaces: Set<UInt8> = [0x20, 0x0D]
    var text = self
    while let first = text.utf8.first, spaces.contains(first) { text = text.dropFirst() }
    while let last = text.utf8.last, spaces.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
