import Testing

@testable import CotejoFidelity

struct ValueMatcherTests {
  @Test(arguments: [
    ("Llegaron mil invitados.", "1,000 guests came."), ("9 billones de pesos", "9 trillion pesos"),
    ("9 billones de pesos", "9,000 billion pesos"), ("ocho mil millones", "8 billion"),
    ("el 3 de abril de 2025", "April 3, 2025"), ("el 3 de abril de 2025", "3 April 2025"),
    ("a las 15:30 horas", "at 3:30 p.m."), ("una vez", "once"), ("dos veces", "twice"),
    ("ambas partes", "both sides"), ("los dos", "both"), ("la mitad", "50 percent"),
    ("un 2,5 %", "2.5 per cent"), ("30 por ciento", "30%"), ("siglo XXI", "the 21st century"),
    ("Felipe VI reina", "Felipe VI reigns"), ("los años noventa", "the 1990s"),
    ("del 3 al 5 de mayo", "May 3 to May 5"), ("una decena de barcos", "a dozen ships"),
    ("veintitrés años", "23"), ("medio punto porcentual", "half a percentage point"),
    ("un tercio", "one-third"), ("70 libras", "70 pounds"), ("hace dos días", "two days ago"),
    ("anteayer", "two days ago"), ("2,5 puntos", "two and a half points"), ("48 horas", "two days"),
    ("1.234 casas", "1,234 houses"), ("1,234 casas", "1,234 houses"),
    ("18 meses", "a year and a half"),
    ("el 30° aniversario", "the 30th anniversary"), ("en 1998", "in '98"),
  ])
  func `equal values leave nothing to report`(_ source: String, _ target: String) throws {
    let found = try matching(source, target).issues.filter {
      !$0.kind.isNote && $0.likelihood >= 0.5
    }
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    ("Murieron 23 soldados.", "32 soldiers died.", "changed cardinal 23 → cardinal 32"),
    ("9 billones", "9 billion", "changed cardinal 9000000000000 → cardinal 9000000000"),
    ("subió un 0,5 %", "rose by 5%", "changed percent 0.005 → percent 0.05"),
    ("un 1,52 %", "1,520%", "changed percent 0.0152 → percent 15.2"),
    ("80 dólares", "80 euros", "currencyChanged money 80 → money 80"),
    ("120 kilómetros", "120 miles", "unitChanged measure 120 → measure 120"),
    ("2 puntos porcentuales", "2 percent", "kindChanged percentagePoints 2 → percent 0.02"),
    ("en abril", "in March", "changed month 4 → month 3"),
    ("el jueves", "on Monday's show", "changed weekday 4 → weekday 1"),
    ("en 2006", "in 2016", "changed year 2006 → year 2016"),
    ("en 2010", "in 2009", "changed year 2010 → year 2009"),
    ("474.000 casos", "474,900 cases", "changed cardinal 474000 → cardinal 474900"),
    ("46 centavos", "50 cents", "changed money 0.46 → money 0.5"),
    ("miles de casas", "a thousand houses", "qualifierChanged cardinal 1000 → cardinal 1000"),
    ("más de 50", "less than 50", "qualifierChanged cardinal 50 → cardinal 50"),
    ("cientos de casas", "a few thousand houses", "changed cardinal 100 → cardinal 1000"),
    ("Pagó 300 pesos.", "He paid.", "missing money 300 → -"),
    ("Vinieron.", "The 45 came.", "added - → cardinal 45"),
    ("ayer", "the day before yesterday", "changed relativeDay -1 → relativeDay -2"),
    ("10 kilómetros", "6.2 miles", "converted measure 10 → measure 6.2"),
    ("2.518,53 millones", "2,518 million", "rounded cardinal 2518530000 → cardinal 2518000000"),
    ("49,7 millones", "nearly 50 million", "rounded cardinal 49700000 → cardinal 50000000"),
  ])
  func `a difference is reported`(_ source: String, _ target: String, _ expected: String) throws {
    let found = try issues(source, target)
    #expect(found.contains(expected))
  }

  @Test func `an ordinal is no measure`() throws {
    let found = try issues("Es la tercera ley en dos años.", "It is the second law in three years.")
    #expect(found == ["changed ordinal 3 → ordinal 2", "changed measure 2 → measure 3"])
  }

  @Test func `values out of order match one to one`() throws {
    let found = try matching("5 gatos, 10 perros", "10 dogs, 5 cats")
    #expect(found.pairs == [.init(source: 0, target: 1), .init(source: 1, target: 0)])
    #expect(found.issues.isEmpty)
  }

  @Test func `among equal values the linked one is taken`() throws {
    let source = try values("7 y 7", "es")
    let target = try values("7 and 7", "en")
    let links = [
      ValueLink(source: source[0].range, target: target[1].range),
      ValueLink(source: source[1].range, target: target[0].range),
    ]
    let found = ValueMatcher().matching(source: source, target: target, links: links)
    #expect(found.pairs.map(\.target) == [1, 0])
  }

  @Test func `a regional billion is doubted`() throws {
    let issue = try #require(try matching("9 billones", "9 billion").issues.first)
    #expect(issue.traits.contains(.regional))
    #expect(issue.likelihood < 0.9)
  }

  @Test func `weak numbers alone raise no alarm`() throws {
    let issues = try matching("Una de las dos mesas", "The other table").issues
    #expect(issues.allSatisfy { $0.likelihood < 0.5 })
  }

  @Test func `lists as long as tables match in their order`() {
    let readings = (0..<600).map { (index: Int32) -> ValueReading in
      let range = index * 4..<index * 4 + 3
      return ValueReading(range: range, value: Value(.cardinal, Double(index % 7)))
    }
    let found = ValueMatcher().matching(source: readings, target: readings)
    #expect(found.pairs.allSatisfy { $0.source == $0.target })
    #expect(found.pairs.count == 600 && found.issues.isEmpty)
  }

  @Test func `no values, no issues`() {
    let found = ValueMatcher().matching(source: [], target: [])
    #expect(found.pairs.isEmpty && found.issues.isEmpty)
  }
}
