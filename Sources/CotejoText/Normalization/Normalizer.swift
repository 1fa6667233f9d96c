internal import CotejoICU

/// Brings text into the one spelling that the stages compare and print.
///
/// What programs broke on the way is mended: characters read in the wrong charset, references of HTML,
/// ligatures and full-width forms, letters of a look-alike script. Letters and marks are composed,
/// characters that nobody sees are left out, spaces of all kinds become one. What a writer meant
/// stays: accents, `¿` and `¡`, `º`, the white space in its amount, and, unless it is asked for,
/// quotes, dashes and ellipses. It holds buffers: use one a task, for text after text.
public struct Normalizer: ~Copyable {
  /// What is done.
  public struct Options: Hashable, Sendable {
    /// A Unicode normalization form.
    public enum Form: String, CaseIterable, Hashable, Sendable {
      /// Canonical composition.
      case nfc
      /// Letters and marks stay as they are.
      case none
    }

    /// The form that letters and marks are brought into.
    public var form = Form.nfc
    /// Whether line ends become LF and control characters are taken out or read as Windows-1252, as a
    /// reader of documents does, and the five as well that Windows-1252 lacks and a reader leaves.
    public var controls = true
    /// Whether characters without width are left out: U+200B, U+2060, U+FEFF and soft hyphens, and
    /// U+200C and U+200D where Latin letters stand on both sides (elsewhere they shape words and
    /// emoji).
    public var zeroWidth = true
    /// Whether marks of writing direction (U+200E, U+200F, U+202A–U+202E, U+2066–U+2069) are left out
    /// of text in which no letter runs from right to left.
    public var directionMarks = true
    /// Whether spaces of all widths and kinds, also the no-break ones, become U+0020, one for one.
    public var spaces = true

    /// Whether references of HTML (`&eacute;`, `&#233;`) become the characters that they stand for.
    public var entities = true
    /// Whether UTF-8 that was read in Windows-1252 (*Ã±* for *ñ*) is brought back.
    public var mojibake = true
    /// Whether Latin ligatures (U+FB00–U+FB06) become the letters they are made of.
    public var ligatures = true
    /// Whether full-width forms become plain characters; marks do not among ideographs.
    public var fullWidth = true
    /// Whether letters of another script in a word, such as a Cyrillic *а* among Latin ones, become the
    /// letters of its script that look the same.
    public var lookAlikes = true
    /// Whether typographic quotation marks and apostrophes become `"` and `'`.
    public var quotes = false
    /// Whether dashes, and hyphens of other kinds, become `-`.
    public var dashes = false
    /// Whether `…` becomes three stops.
    public var ellipses = false

    /// Everything is done but what a writer may have meant.
    public init() {}
  }

  private let repairs: [any TextRepair]
  private var composer: UnicodeNormalizer?

  /// Opens a normalizer.
  ///
  /// - Throws: `icu`.
  public init(_ options: Options = Options()) throws(TextError) {
    repairs = Self.repairs(options)
    do {
      composer = options.form == .nfc ? try UnicodeNormalizer(.nfc) : nil
    } catch {
      throw TextError(.icu, message: error.description)
    }
  }

  /// The view after normalization, and what was done to it.
  ///
  /// Text that is clean already is handed back as the same array.
  /// - Throws: `icu`; `tooLarge` if the text would outgrow `Int32.max` bytes.
  /// - Complexity: O(*n*); text in which there is nothing to do is passed at a gigabyte a second and
  ///   more.
  public mutating func normalize(
    _ view: TextView
  ) throws(TextError) -> (view: TextView, repairs: Repairs) {
    var done = Repairs()
    var result = view
    var features = TextFeatures(of: view.bytes.span)
    for repair in repairs where features.isSuperset(of: repair.needs) {
      guard let (bytes, edits) = repair.repaired(result, repairs: &done) else { continue }
      result = result.applying(edits, bytes: bytes)
      features = TextFeatures(of: bytes.span)
    }
    do {
      if let changed = try composer?.normalized(result.bytes.span) {
        for edit in changed.edits {
          let span = TextSpan(edit.source.lowerBound, edit.source.upperBound)
          done.note(.composed, at: Int(result.sourceSpan(of: span).lower))
        }
        result = result.applying(
          changed.edits.map {
            TextView.Edit(
              source: TextSpan($0.source.lowerBound, $0.source.upperBound),
              view: TextSpan($0.result.lowerBound, $0.result.upperBound))
          }, bytes: changed.bytes)
      }
    } catch {
      throw TextError(error.isOverflow ? .tooLarge : .icu, message: error.description)
    }
    return (result, done)
  }

  /// The repairs, in an order in which none leaves work for one before it.
  private static func repairs(_ options: Options) -> [any TextRepair] {
    var repairs: [any TextRepair] = []
    if options.entities { repairs.append(EntityRepair()) }
    if options.mojibake { repairs.append(MojibakeRepair()) }
    repairs.append(InvisibleCleaner(options: options))
    if options.ligatures || options.fullWidth {
      repairs.append(FormRepair(ligatures: options.ligatures, fullWidth: options.fullWidth))
    }
    if options.lookAlikes { repairs.append(LookAlikeRepair()) }
    if options.quotes || options.dashes || options.ellipses {
      repairs.append(
        PunctuationRepair(
          quotes: options.quotes, dashes: options.dashes, ellipses: options.ellipses))
    }
    return repairs
  }

  /// The document with its text normalized and its repairs counted on.
  ///
  /// - Throws: What ``normalize(_:)`` throws, with the document as its place.
  public mutating func normalize(_ document: Document) throws(TextError) -> Document {
    var document = document
    do {
      let (view, repairs) = try normalize(document.text)
      document.text = view
      document.repairs.merge(repairs)
    } catch {
      throw TextError(error.code, place: document.id, message: error.message)
    }
    return document
  }
}
