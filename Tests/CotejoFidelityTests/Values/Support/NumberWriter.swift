/// Writes whole numbers below a thousand million in words.
enum NumberWriter {
  private static let spanishLow = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
    "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let spanishTens = [
    "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]
  private static let spanishHundreds = [
    "", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos",
    "setecientos", "ochocientos", "novecientos",
  ]
  private static let englishLow = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  static func spanish(_ number: Int) -> String {
    if number < 1000 { return spanishBelowThousand(number) }
    if number < 1_000_000 {
      let head = number / 1000
      return joined([
        head == 1 ? "mil" : "\(shortened(spanishBelowThousand(head))) mil",
        number % 1000 == 0 ? "" : spanishBelowThousand(number % 1000),
      ])
    }
    let head = number / 1_000_000
    return joined([
      head == 1 ? "un millón" : "\(shortened(spanish(head))) millones",
      number % 1_000_000 == 0 ? "" : spanish(number % 1_000_000),
    ])
  }

  static func english(_ number: Int) -> String {
    if number < 1000 { return englishBelowThousand(number) }
    let scale = number < 1_000_000 ? (1000, "thousand") : (1_000_000, "million")
    let rest = number % scale.0
    return joined([
      "\(english(number / scale.0)) \(scale.1)",
      rest == 0 ? "" : rest < 100 ? "and \(english(rest))" : english(rest),
    ])
  }

  private static func spanishBelowThousand(_ number: Int) -> String {
    if number == 100 { return "cien" }
    let (hundreds, rest) = (number / 100, number % 100)
    if number > 0, rest == 0 { return spanishHundreds[hundreds] }
    let low =
      rest < 30
      ? spanishLow[rest]
      : spanishTens[rest / 10] + (rest % 10 == 0 ? "" : " y \(spanishLow[rest % 10])")
    return joined([spanishHundreds[hundreds], low])
  }

  private static func englishBelowThousand(_ number: Int) -> String {
    let (hundreds, rest) = (number / 100, number % 100)
    if hundreds > 0 {
      return "\(englishLow[hundreds]) hundred" + (rest == 0 ? "" : " and \(english(rest))")
    }
    if rest < 20 { return englishLow[rest] }
    return englishTens[rest / 10] + (rest % 10 == 0 ? "" : "-\(englishLow[rest % 10])")
  }

  /// *uno* loses its end before *mil* and *millones*.
  private static func shortened(_ text: String) -> String {
    if text.hasSuffix("veintiuno") { return String(text.dropLast(3)) + "ún" }
    return text.hasSuffix("uno") ? String(text.dropLast()) : text
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
