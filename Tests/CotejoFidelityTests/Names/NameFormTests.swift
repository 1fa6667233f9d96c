import Testing

@testable import CotejoFidelity

@Suite struct NameFormTests {
  @Test(arguments: [
    ("totana's", "totana"), ("u.s", "us"), ("šulej", "sulej"), ("jean-marie", "jeanmarie"),
    ("", ""),
  ])
  func namesAreFolded(_ form: String, _ folded: String) {
    #expect(NameForm.folded(Array(form.utf8)) == Array(folded.utf8))
  }

  @Test(arguments: [
    ("viacheslav", "vyacheslav", Float(0.9)), ("ana", "ana", 1), ("ana", "maximilian", 0),
    ("", "", 0),
  ])
  func likenessIsTheShareThatStays(_ left: String, _ right: String, _ likeness: Float) {
    #expect(NameForm.likeness(Array(left.utf8), Array(right.utf8)) == likeness)
  }

  @Test(arguments: [("valaquia", "blk"), ("wallachian", "blkn"), ("etxea", "ats")])
  func consonantsSoundAlike(_ name: String, _ sounds: String) {
    #expect(NameForm.consonants(Array(name.utf8)) == Array(sounds.utf8))
  }
}
