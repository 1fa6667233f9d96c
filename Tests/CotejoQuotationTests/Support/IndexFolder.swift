import CotejoTestSupport
import CotejoText

@testable import CotejoQuotation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of transcripts and its index.
struct IndexFolder {
  let folder = TemporaryFolder()
  let options = ReadingOptions.spanish

  init() { folder.folder("corpus") }

  var indexFile: String { folder.file("out/a.index") }

  func open(jobs: Int = 1) async throws -> (index: TranscriptIndex, report: IndexReport) {
    try await TranscriptIndex.open(
      listing, options: options, at: .file(indexFile), jobs: jobs)
  }

  /// All that can be indexed.
  var listing: TranscriptListing {
    get throws { try TranscriptListing(of: folder.file("corpus")) }
  }

  /// Writes so many documents that they are not few, `palabra0` in `0.txt` and so on.
  func writeMany(_ numbers: Range<Int> = 0..<12) {
    for number in numbers {
      write("ANA RUIZ: Ayer vimos palabra\(number) sola.", to: "\(number).txt")
    }
  }

  /// Writes a document.
  func write(_ text: String, to name: String) {
    folder.write(text, to: "corpus/\(name)")
  }

  func remove(_ name: String) { unlink(folder.file("corpus/\(name)")) }

  func rename(_ name: String, _ other: String) {
    link(folder.file("corpus/\(name)"), folder.file("corpus/\(other)"))
    remove(name)
  }
}

/// A query in which each word stands for itself.
func query(_ words: String...) -> PassageQuery {
  PassageQuery(words: words.map { [.init(hash: hash($0), strength: 1)] })
}

func hash(_ word: String) -> UInt64 { PassageQuery.hash(of: Array(word.utf8).span) }
