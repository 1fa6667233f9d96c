/// The entities of an article by what stands for them: their names, the ends and words of these,
/// roles.
struct NameIndex {
  /// An entity, and where it was first named so.
  struct Entry: Hashable {
    /// The number of the entity.
    var entity: Int
    /// The number of the word that the name begins with.
    var word: Int
  }

  private var byEnding: [[[UInt8]]: [Entry]] = [:]
  private var byWord: [[UInt8]: [Entry]] = [:]
  private var byInitial: [UInt8: [Entry]] = [:]
  private var byRole: [[UInt8]: [Int]] = [:]
  /// The roles whose entities are not in order.
  private var unordered: Set<[UInt8]> = []

  /// The entities whose names end in some words, in the order in which they got the names.
  func ending(in forms: [[UInt8]]) -> [Entry] { byEnding[forms] ?? [] }

  /// The entities whose names end in a word that begins with a byte, in order.
  func ending(inWordFrom initial: UInt8) -> [Entry] { byInitial[initial] ?? [] }

  /// The entities whose names hold a word, in the order in which they got the names.
  func holding(_ form: [UInt8]) -> [Entry] { byWord[form] ?? [] }

  /// The numbers of the entities that are called by a role, in order once `sortRoles` was called.
  func called(_ role: [UInt8]) -> [Int] { byRole[role] ?? [] }

  /// Adds a name; names are added in their order in the text.
  ///
  /// - Parameters:
  ///   - forms: the words of the name.
  ///   - entry: the entity, and where the name stands.
  ///   - known: a shorter name in which `forms` end and by which the entity was added before.
  mutating func add(_ forms: [[UInt8]], _ entry: Entry, known: [[UInt8]] = []) {
    for count in known.count..<forms.count {
      byEnding[Array(forms.suffix(count + 1)), default: []].append(entry)
    }
    for form in Set(forms).subtracting(known) { byWord[form, default: []].append(entry) }
    if known.isEmpty, let initial = forms.last?.first {
      byInitial[initial, default: []].append(entry)
    }
  }

  /// Adds a role by which an entity is called.
  mutating func add(role: [UInt8], _ entity: Int) {
    if let last = byRole[role]?.last, last > entity { unordered.insert(role) }
    byRole[role, default: []].append(entity)
  }

  /// Brings the entities of each role in order.
  mutating func sortRoles() {
    for role in unordered { byRole[role]?.sort() }
    unordered = []
  }
}
