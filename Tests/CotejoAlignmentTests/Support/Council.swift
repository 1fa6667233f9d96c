/// Clauses about a council meeting, with their translations: each holds a name or a number.
enum Council {
  static let clauses = [
    (
      "la alcaldesa Carmen Ortega abrió la sesión a las 9",
      "Mayor Carmen Ortega opened the session at 9"
    ),
    (
      "el puente de San Telmo costó 48 millones de euros",
      "the San Telmo bridge cost 48 million euros"
    ),
    (
      "los vecinos de Villarrica esperaban desde 1997",
      "the people of Villarrica had been waiting since 1997"
    ),
    (
      "la empresa Grupo Altamira pagará la mitad",
      "the company Grupo Altamira will pay half"
    ),
    ("el concejal Tomás Beltrán votó en contra", "Councillor Tomás Beltrán voted against it"),
    ("faltan 312 viviendas en el barrio", "312 homes are missing in the district"),
    (
      "Irene Zamora habló mucho rato sobre el hospital",
      "Irene Zamora spoke about the hospital for a long time"
    ),
    ("las obras empiezan el 15 de marzo", "the works begin on 15 March"),
    ("nadie mencionó el incendio de Roca Alta", "nobody mentioned the fire in Roca Alta"),
    (
      "el periódico La Comarca publicó 27 fotografías",
      "the newspaper La Comarca published 27 photographs"
    ),
    (
      "la lluvia obligó a cerrar el mercado de Lerma",
      "the rain forced the Lerma market to close"
    ),
    ("al final cantó el coro de 60 niños", "in the end the choir of 60 children sang"),
  ]

  /// The clauses of the sentences on either side of a bead.
  typealias Joint = (source: [[Int]], target: [[Int]])

  /// Texts made of beads, and the beads.
  static func texts(
    _ joints: [Joint]
  ) -> (source: [String], target: [String], beads: [[Range<Int32>]]) {
    func sentence(_ clauses: [String], _ and: String) -> String {
      let text = clauses.joined(separator: and)
      return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
    var texts: (source: [String], target: [String], beads: [[Range<Int32>]]) = ([], [], [])
    for joint in joints {
      let start = (Int32(texts.source.count), Int32(texts.target.count))
      for part in joint.source {
        texts.source.append(sentence(part.map { clauses[$0].0 }, ", y "))
      }
      for part in joint.target {
        texts.target.append(sentence(part.map { clauses[$0].1 }, ", and "))
      }
      texts.beads.append([
        start.0..<Int32(texts.source.count), start.1..<Int32(texts.target.count),
      ])
    }
    return texts
  }

  /// Ways to render the clauses, by name.
  static let renderings: [(name: String, joints: [Joint])] = [
    ("1-1", (0..<12).map { ([[$0]], [[$0]]) }),
    ("2-1", [([[0]], [[0]]), ([[1], [2]], [[1, 2]]), ([[3]], [[3]]), ([[4], [5]], [[4, 5]])]),
    ("1-2", [([[0]], [[0]]), ([[1, 2]], [[1], [2]]), ([[3]], [[3]]), ([[4, 5]], [[4], [5]])]),
    ("2-2", [([[0]], [[0]]), ([[1, 2], [3]], [[1], [2, 3]]), ([[4]], [[4]]), ([[5]], [[5]])]),
    ("3-1", [([[0]], [[0]]), ([[6], [7], [8]], [[6, 7, 8]]), ([[9]], [[9]])]),
    ("1-3", [([[0]], [[0]]), ([[6, 7, 8]], [[6], [7], [8]]), ([[9]], [[9]])]),
    ("1-0", (0..<12).map { ([[$0]], $0 == 1 || $0 == 9 ? [] : [[$0]]) }),
    ("0-1", (0..<12).map { ($0 == 0 || $0 == 5 ? [] : [[$0]], [[$0]]) }),
    (
      "mixed",
      [
        ([[0], [1]], [[0, 1]]), ([[2]], []), ([[3]], [[3]]), ([[4, 5]], [[4], [5]]),
        ([[6]], [[6]]), ([], [[7]]), ([[8]], [[8]]), ([[9], [10]], [[9, 10]]),
        ([[11]], [[11]]),
      ]
    ),
  ]
}
