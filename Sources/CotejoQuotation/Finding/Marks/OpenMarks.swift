/// The marks that are open at some place, by their numbers, the outermost first: at most four.
///
/// It is copied for every reading of every mark, so it stands in place rather than in an array.
struct OpenMarks {
  private var marks = SIMD4<Int32>()
  /// How many marks are open.
  private(set) var count = 0
  /// A number for their families in order, below `keyCount`; two stacks of the same families have
  /// the same.
  private(set) var key = 0

  /// As deep as quotations are nested in print, and one more.
  private static let limit = 4
  /// The families and none.
  private static let base = QuotationMark.Family.allCases.count + 1
  /// How many keys there are.
  static let keyCount = base * base * base * base

  /// Whether no more marks can be open.
  var isFull: Bool { count == Self.limit }

  /// The places in the stack.
  var indices: Range<Int> { 0..<count }

  /// The number of the mark at a place in the stack.
  subscript(place: Int) -> Int { Int(marks[place]) }

  /// The stack with one more mark, if it is not full.
  func pushing(_ mark: Int, _ family: QuotationMark.Family) -> OpenMarks {
    precondition(!isFull, "a fifth mark is opened")
    var stack = self
    stack.marks[count] = Int32(mark)
    stack.count += 1
    stack.key = key * Self.base + Int(family.rawValue) + 1
    return stack
  }

  /// The `count` outermost marks.
  func prefix(_ count: Int) -> OpenMarks {
    var stack = self
    for _ in count..<self.count { stack.key /= Self.base }
    stack.count = count
    return stack
  }
}
