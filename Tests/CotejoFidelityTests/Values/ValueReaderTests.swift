import CotejoText
import Testing

@testable import CotejoFidelity

/// Sentences of the tests' own, with the kind and number of each value that they hold.
struct ValueReaderTests {
  @Test(arguments: [
    ("veintitrés", ["cardinal 23"]), ("ciento veinte", ["cardinal 120"]),
    ("treinta y cinco mil", ["cardinal 35000"]), ("doscientas ovejas", ["cardinal 200"]),
    ("mil novecientos noventa y nueve", ["cardinal 1999"]), ("veintiún mil", ["cardinal 21000"]),
    ("dos coma cinco millones", ["cardinal 2500000"]), ("cero coma cero cinco", ["cardinal 0.05"]),
    ("un millón y medio", ["cardinal 1500000"]), ("medio millón", ["cardinal 500000"]),
    ("3 mil 500 millones", ["cardinal 3500000000"]), ("2 mil 47", ["cardinal 2047"]),
    ("mil 8 casos", ["cardinal 1008"]), ("mil millones", ["cardinal 1000000000"]),
    ("dos billones", ["cardinal 2000000000000"]), ("seis cientos", ["cardinal 600"]),
    ("un billón doscientos mil millones", ["cardinal 1200000000000"]),
    ("dos y media", ["cardinal 2.5"]), ("diez y seis", ["cardinal 16"]),
    ("dos mil y tres mil", ["cardinal 2000", "cardinal 3000"]),
    ("dos docenas", ["cardinal 24"]), ("media docena", ["cardinal 6"]),
    ("un centenar", ["cardinal 100"]), ("decenas de miles", ["cardinal 10000"]),
    ("varios miles de millones", ["cardinal 1000000000"]),
  ])
  func `Spanish cardinals`(_ text: String, _ expected: [String]) throws {
    #expect(try values(text, "es").map { shown($0.value) } == expected)
  }

  @Test(arguments: [
    ("twenty three", ["cardinal 23"]), ("twenty-three", ["cardinal 23"]),
    ("one hundred and twenty", ["cardinal 120"]), ("twelve hundred", ["cardinal 1200"]),
    ("two point five million", ["cardinal 2500000"]), ("half a million", ["cardinal 500000"]),
    ("one and a half million", ["cardinal 1500000"]), ("zero point zero five", ["cardinal 0.05"]),
    ("a million and a half", ["cardinal 1500000"]), ("a hundred", ["cardinal 100"]),
    ("3.5 billion", ["cardinal 3500000000"]), ("two thousand million", ["cardinal 2000000000"]),
    ("between two hundred and three hundred", ["cardinal 200", "cardinal 300"]),
    ("two thousand and five", ["cardinal 2005"]), ("nineteen ninety-nine", ["year 1999"]),
    ("two dozen", ["cardinal 24"]), ("tens of thousands", ["cardinal 10000"]),
    ("a few hundred", ["cardinal 100"]), ("2 1/2", ["cardinal 2.5"]), ("2½", ["cardinal 2.5"]),
    ("47 millions", ["cardinal 47000000"]), ("9·2", ["cardinal 9.2"]),
    ("quarter of a million", ["cardinal 250000"]),
  ])
  func `English cardinals`(_ text: String, _ expected: [String]) throws {
    #expect(try values(text, "en").map { shown($0.value) } == expected)
  }

  @Test(arguments: [
    ("es", "un tercio", ["fraction 0.333333333"]), ("es", "la mitad", ["fraction 0.5"]),
    ("es", "tres cuartas partes", ["fraction 0.75"]),
    ("es", "dos de cada tres", ["fraction 0.666666667"]),
    ("en", "two-thirds", ["fraction 0.666666667"]), ("en", "one in four", ["fraction 0.25"]),
    ("en", "three out of ten", ["fraction 0.3"]),
    ("en", "two in 2006", ["cardinal 2", "year 2006"]),
    ("es", "3,5 %", ["percent 0.035"]), ("es", "treinta por ciento", ["percent 0.3"]),
    ("es", "cien por cien", ["percent 1"]), ("en", "12 per cent", ["percent 0.12"]),
    ("es", "0,25 puntos porcentuales", ["percentagePoints 0.25"]),
    ("es", "50 puntos básicos", ["percentagePoints 0.5"]),
    ("en", "a quarter of a percentage point", ["percentagePoints 0.25"]),
    ("es", "entre 10 y 15 por ciento", ["percent 0.1", "percent 0.15"]),
    ("es", "vigésimo primero", ["ordinal 21"]), ("en", "twenty-first", ["ordinal 21"]),
    ("es", "la 3ª edición", ["ordinal 3"]), ("en", "the 22nd edition", ["ordinal 22"]),
    ("es", "el doble", ["multiple 2"]), ("en", "a threefold rise", ["multiple 3"]),
  ])
  func `fractions, shares and ordinals`(
    _ language: String, _ text: String, _ expected: [String]
  ) throws {
    #expect(try values(text, language).map { shown($0.value) } == expected)
  }

  @Test(arguments: [
    ("es", "1,5 millones de euros", ["money 1500000"]),
    ("es", "US$ 44 billones", ["money 44000000000000"]),
    ("es", "quinientos pesos mexicanos", ["money 500"]), ("es", "50 céntimos", ["money 0.5"]),
    ("es", "700 mdp", ["money 700000000"]), ("es", "2.500,50 €", ["money 2500.5"]),
    ("en", "$1.3m", ["money 1300000"]), ("en", "£3bn", ["money 3000000000"]),
    ("en", "USD 500", ["money 500"]), ("en", "between 3 and 5 dollars", ["money 3", "money 5"]),
    ("es", "120 kilómetros", ["measure 120"]), ("es", "dos años y medio", ["measure 2.5"]),
    ("es", "los últimos 20 años", ["measure 20"]), ("es", "media hora", ["measure 0.5"]),
    ("es", "90 km/h", ["measure 90"]), ("en", "a 25-year-old", ["measure 25"]),
    ("en", "98 degrees Fahrenheit", ["measure 98"]), ("en", "48 more hours", ["measure 48"]),
  ])
  func `money and measures`(_ language: String, _ text: String, _ expected: [String]) throws {
    #expect(try values(text, language).map { shown($0.value) } == expected)
  }

  @Test(arguments: [
    ("es", "el martes 3 de mayo de 2024", ["weekday 2", "day 3", "month 5", "year 2024"]),
    ("en", "Tuesday, May 3rd, 2024", ["weekday 2", "month 5", "day 3", "year 2024"]),
    ("en", "the 3rd of May", ["day 3", "month 5"]), ("en", "Dec. 25", ["month 12", "day 25"]),
    ("es", "2024-05-03", ["year 2024", "month 5", "day 3"]),
    ("es", "31/12/2023", ["day 31", "month 12", "year 2023"]),
    ("es", "siglos XIX y XX", ["century 19", "century 20"]), ("es", "el III siglo", ["century 3"]),
    ("en", "19th and 20th centuries", ["century 19", "century 20"]),
    ("es", "los años ochenta", ["decade 80"]), ("en", "the 1980s", ["decade 1980"]),
    ("en", "in '08", ["year 2008"]), ("en", "2006-07", ["year 2006", "year 2007"]),
    ("es", "anteayer", ["relativeDay -2"]), ("en", "the day before yesterday", ["relativeDay -2"]),
    ("es", "a las 20.30 h", ["clock 1230"]), ("es", "a las 12h 15 GMT", ["clock 735"]),
    ("es", "a las ocho y media de la noche", ["clock 1230"]),
    ("en", "8:30 p.m.", ["clock 1230"]), ("en", "half past eight", ["clock 510"]),
    ("es", "las 12 de la noche", ["clock 0"]), ("en", "12 p.m.", ["clock 720"]),
    ("es", "mediodía", ["clock 720"]), ("en", "five o'clock", ["clock 300"]),
  ])
  func `dates and times`(_ language: String, _ text: String, _ expected: [String]) throws {
    #expect(try values(text, language).map { shown($0.value) } == expected)
  }

  @Test(arguments: [
    ("es", "1.234", [1234, 1.234]), ("es", "1,234", [1234, 1.234]), ("en", "1,234", [1234]),
    ("en", "1.234", [1.234]), ("es", "410.900", [410_900]), ("es", "12 000", [12_000]),
    ("es", "1\u{202F}234\u{202F}567", [1_234_567]), ("es", "1'234'567", [1_234_567]),
    ("en", "12,34,567", [1_234_567]), ("en", "80, 000", [80_000]), ("fr", "1.234", [1234]),
    ("fr", "1,234", [1.234]),
    ("tlh", "1.234", [1234, 1.234]),
  ])
  func `a separator means all that it may`(
    _ language: String, _ text: String, _ expected: [Double]
  ) throws {
    let readings = try values(text, language)
    #expect(readings.count == 1)
    #expect(readings.first?.meanings.map(\.number) == expected)
  }

  @Test func `a numeric date keeps both orders`() throws {
    let readings = try values("03/05/2024", "es")
    #expect(
      readings.map { $0.meanings.map(shown) } == [
        ["day 3", "day 5"], ["month 5", "month 3"], ["year 2024"],
      ])
  }

  @Test(arguments: [
    ("es", "unas 50 personas", ValueReading.Qualifier.about), ("es", "más de 50", .moreThan),
    ("es", "al menos 50", .atLeast), ("es", "casi 50", .almost), ("es", "hasta 50", .atMost),
    ("es", "50 o más", .atLeast), ("es", "menos del 50 %", .lessThan),
    ("en", "nearly 50", .almost), ("en", "over $50", .moreThan), ("en", "fewer than 50", .lessThan),
    ("en", "around 50", .about), ("en", "50 or so", .about), ("en", "up to 50", .atMost),
  ])
  func `words beside a number qualify it`(
    _ language: String, _ text: String, _ expected: ValueReading.Qualifier
  ) throws {
    #expect(try values(text, language).first?.qualifier == expected)
  }

  @Test(arguments: [
    ("es", "una mesa"), ("en", "one of them"), ("es", "el segundo día"), ("en", "a second look"),
    ("es", "por primera vez"), ("en", "both sides"), ("en", "May I come in?"), ("es", "ambos"),
    ("es", "el cuarto de baño"), ("es", "Felipe VI"),
  ])
  func `words that often count nothing are weak`(_ language: String, _ text: String) throws {
    for reading in try values(text, language) { #expect(reading.traits.contains(.weak)) }
  }

  @Test(arguments: [
    ("es", "la clase media"), ("es", "el medio ambiente"), ("en", "you may march on"),
    ("en", "an august body"), ("es", ""), ("en", "no numbers here"), ("es", "vivo y civil"),
  ])
  func `words that only look like values are none`(_ language: String, _ text: String) throws {
    let strong = try values(text, language).filter { !$0.traits.contains(.weak) }
    #expect(strong.isEmpty)
  }

  @Test(arguments: ["COVID-19", "G7", "F-16", "el A400M"])
  func `digits of names are marked`(_ text: String) throws {
    let readings = try values(text, "es")
    #expect(readings.count == 1)
    #expect(readings.first?.traits.contains(.name) == true)
  }

  @Test func `ranges cover the phrase`() throws {
    let text = "Costó ¡un millón y medio de pesos! en mayo"
    let bytes = Array(text.utf8)
    let phrases = try values(text, "es").map { reading in
      String(
        decoding: bytes[Int(reading.range.lowerBound)..<Int(reading.range.upperBound)],
        as: UTF8.self)
    }
    #expect(phrases == ["un millón y medio de pesos", "mayo"])
  }

  @Test func `a billón has another meaning in some regions`() throws {
    let reading = try #require(try values("9 billones de pesos", "es").first)
    #expect(reading.value.number == 9e12)
    #expect(reading.regional?.number == 9e9)
    #expect(!reading.meanings.contains { $0.number == 9e9 })
  }

  @Test func `a language that CLDR lacks reads digits`() throws {
    #expect(try values("tlh: 3.5 % o 20 €", "tlh").map { shown($0.value) }.count == 2)
    var reader = try ValueReader(language: LanguageTag("tlh"))
    #expect(!reader.hasWords)
    #expect(reader.readings(in: [], tokens: []).isEmpty)
  }
}
