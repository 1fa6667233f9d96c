import Testing

@testable import CotejoICU

struct LocaleNamesTests {
  @Test(arguments: [
    ("es", "«»“”"), ("en", "“”‘’"), ("de", "„“‚‘"), ("en-GB", "“”‘’"), ("fr", "«»«»"),
    ("zz", "“”‘’"), ("not a locale", "“”‘’"),
  ])
  func knowsQuotationMarks(locale: String, marks: String) throws {
    let found = try QuotationMarks(locale: locale)
    #expect(found.open + found.close + found.alternateOpen + found.alternateClose == marks)
  }

  @Test(arguments: [("es", "alemán", "Alemania"), ("en", "German", "Germany")])
  func namesLanguagesAndRegions(locale: String, language: String, region: String) throws {
    var names = try DisplayNames(locale: locale)
    #expect(try names.language("de") == language)
    #expect(try names.region("DE") == region)
  }

  @Test(arguments: ["", "zzz", "X Y", "12345678901234567890"])
  func hasNoNameForWhatCLDRDoesNotKnow(code: String) throws {
    var names = try DisplayNames(locale: "es")
    #expect(try names.language(code) == nil)
    #expect(try names.region(code) == nil)
  }

  @Test func listsCodesThatHaveNames() throws {
    var names = try DisplayNames(locale: "es")
    #expect(DisplayNames.languageCodes.contains("es"))
    #expect(DisplayNames.regionCodes.count > 200)
    var unnamed = 0
    for code in DisplayNames.regionCodes where try names.region(code) == nil { unnamed += 1 }
    #expect(unnamed < 20)
  }
}
