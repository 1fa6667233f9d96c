import CotejoText
import Testing

@testable import CotejoQuotation

struct QuotationTracerTests {
  /// A harbour council, all invented.
  private static let harbour = """
    Fecha: 2031-03-04

    ALCALDESA MARCELA IBARRA: Buenos días a todos. El puerto de Almería abrirá sus puertas en \
    septiembre, después de doce años de obras, y nadie pagará por entrar.

    Los pescadores pidieron un mercado nuevo. Vamos a construir el mercado junto al faro, con \
    techos de madera y agua caliente para todos los puestos.

    PREGUNTA: ¿Cuánto costará el mercado?

    ALCALDESA MARCELA IBARRA: Cuarenta millones de euros. (APLAUSOS) La ciudad no tiene deudas y el \
    banco nos presta el dinero.

    INGENIERO TOMÁS LUGO: Las grúas viejas se van a vender. El hierro de las grúas servirá para \
    levantar un puente sobre el río.

    """

  @Test func `a plain sentence is traced to its words`() throws {
    let traced = try Traced(
      "“The port of Almería will open its doors in September,” she said.", in: [Self.harbour])
    #expect(traced.first.isFound && traced.first.confidence > 0.9)
    #expect(traced.sources() == ["El puerto de Almería abrirá sus puertas en septiembre"])
    #expect(traced.first.sources[0].speaker == "Marcela Ibarra")
    #expect(traced.first.origin == .transcripts)
    #expect(traced.added().isEmpty && traced.omitted().isEmpty && traced.first.alternatives.isEmpty)
  }

  @Test func `links join the words that render each other`() throws {
    let traced = try Traced(
      "“The old cranes will be sold.”", in: [Self.harbour])
    #expect(Set(traced.links()).isSuperset(of: ["old=viejas", "sold=vender"]))
  }

  @Test func `words dropped in silence are told`() throws {
    let traced = try Traced(
      "“The port of Almería will open its doors in September, and nobody will pay to enter.”",
      in: [Self.harbour])
    #expect(traced.first.isFound)
    #expect(traced.omitted() == ["después de doce años de obras"])
    let ends = traced.sources()
    #expect(ends.first?.hasPrefix("El puerto") == true)
    #expect(ends.last?.hasSuffix("nadie pagará por entrar") == true)
  }

  @Test(arguments: ["…", "...", ". . .", "[…]", "(...)"])
  func `an ellipsis joins two places of one transcript`(_ ellipsis: String) throws {
    let traced = try Traced(
      "“The port of Almería will open its doors in September \(ellipsis) the bank lends us the money.”",
      in: [Self.harbour])
    #expect(traced.first.isFound)
    #expect(
      traced.sources() == [
        "El puerto de Almería abrirá sus puertas en septiembre", "el banco nos presta el dinero",
      ])
    // What lies between, a piece for each turn and note.
    #expect(traced.omitted().contains("Cuánto costará el mercado"))
  }

  @Test func `two places of two transcripts are joined`() throws {
    let other = "MARCELA IBARRA: Los trenes nocturnos volverán a la sierra en primavera."
    let traced = try Traced(
      "“The old cranes will be sold. The night trains will return to the mountains in spring.”",
      in: [Self.harbour, other])
    #expect(traced.first.isFound)
    #expect(traced.first.sources.map(\.transcript) == [0, 1])
    #expect(traced.sources().last?.contains("trenes nocturnos volverán") == true)
  }

  @Test func `a place never goes on from one transcript into the next`() throws {
    // The first ends with the words before which the second begins.
    let traced = try Traced(
      "“The blue lighthouse guides the fishermen. The bakers sell warm bread.”",
      in: [
        "MARCELA IBARRA: El faro azul guía a los pescadores",
        "los panaderos venden pan caliente",
      ])
    #expect(traced.first.isFound)
    #expect(
      traced.sources() == [
        "El faro azul guía a los pescadores", "los panaderos venden pan caliente",
      ])
  }

  @Test func `labels and notes stay outside`() throws {
    let traced = try Traced(
      """
      “Forty million euros. The city has no debts.”
      “How much will the market cost? Forty million euros.”
      """, in: [Self.harbour])
    #expect(
      traced.sources(0) == ["Cuarenta millones de euros", "La ciudad no tiene deudas"])
    #expect(
      traced.sources(1) == ["Cuánto costará el mercado", "Cuarenta millones de euros"])
    #expect(traced.traces[1].sources.map(\.speaker) == ["PREGUNTA", "Marcela Ibarra"])
  }

  @Test func `an insertion in brackets is neither missed nor added`() throws {
    let plain = try Traced(
      "“They asked for a new market.”", in: [Self.harbour])
    let inserted = try Traced(
      "“They [the angry shipbuilders of Cartagena] asked for a new market.”", in: [Self.harbour])
    #expect(inserted.added().isEmpty && inserted.first.isFound)
    #expect(inserted.first.confidence > plain.first.confidence - 0.01)
    #expect(inserted.sources() == plain.sources())
  }

  @Test func `a bracket that is not closed changes nothing`() throws {
    let plain = try Traced("“The fishermen asked for a new market.”", in: [Self.harbour])
    for words in [
      "[The fishermen asked for a new market.", "The fishermen] asked for a new market.",
    ] {
      let traced = try Traced("“\(words)”", in: [Self.harbour])
      #expect(traced.sources() == plain.sources(), "\(words)")
      #expect(traced.first.confidence == plain.first.confidence)
    }
  }

  @Test func `clauses in another order come in the order of the quotation`() throws {
    let traced = try Traced(
      """
      “With hot water for all the stalls and wooden roofs, we are going to build the market next \
      to the lighthouse.”
      """, in: [Self.harbour])
    #expect(traced.first.isFound)
    let all = traced.sources().joined(separator: " | ")
    for word in ["agua caliente", "madera", "mercado", "faro"] {
      #expect(all.contains(word), "\(all)")
    }
  }

  @Test(arguments: [
    ("twelve years of works", "doce años de obras"),
    ("bridge over the river", "puente sobre el río"),
  ])
  func `a fragment is found`(_ words: String, _ expected: String) throws {
    let traced = try Traced("It was about “\(words)” again.", in: [Self.harbour])
    #expect(traced.first.isFound && traced.sources() == [expected])
  }

  @Test func `words of the same language are found, changed ones too`() throws {
    let traced = try Traced(
      "“Vamos a construir ese mercado junto al faro”, dijo.", in: [Self.harbour], to: "es")
    #expect(traced.first.isFound && traced.first.confidence > 0.9)
    #expect(traced.sources() == ["Vamos a construir el mercado junto al faro"])
    #expect(traced.links().contains("mercado=mercado"))
  }

  @Test func `an English original is found behind Spanish words`() throws {
    let traced = try Traced(
      "“Las grúas viejas se venderán antes del invierno”, dijo.",
      in: [
        "TOM HALE: We open the bridge today. The old cranes will be sold before winter. Thanks."
      ],
      from: "en", to: "es")
    #expect(traced.first.isFound)
    #expect(traced.sources() == ["The old cranes will be sold before winter"])
    #expect(traced.first.sources[0].speaker == "Tom Hale")
  }

  @Test func `what nobody said is not found`() throws {
    let traced = try Traced(
      """
      “My grandmother taught chess to blind soldiers during the long siege.”
      “Volcanoes and whales frighten every young astronomer.”
      """, in: [Self.harbour])
    for trace in traced.traces {
      #expect(!trace.isFound && trace.confidence < 0.3)
      #expect(trace.origin == .undecided && trace.omitted.isEmpty && trace.added.isEmpty)
      #expect(trace.alternatives.count <= 1)
    }
  }

  @Test func `words without a source are told`() throws {
    let traced = try Traced(
      "“The fishermen, like a furious archbishop, asked for a new market.”", in: [Self.harbour])
    #expect(traced.first.isFound)
    #expect(traced.added().contains { $0.contains("furious archbishop") })
  }

  @Test func `the least confidence decides what is found`() throws {
    let article = try Articles.segmented("“The old cranes will be sold.”", "en")
    let span = Articles.marked(in: article)[0].span
    var tracer = try QuotationTracer(
      transcripts: [transcript(Self.harbour)], language: LanguageTag("es"),
      lexicons: [Traced.lexicon("es", "en")], minimumConfidence: 1)
    let quotation = Quotation(span: span, kind: .direct)
    let strict = try tracer.traces(of: [quotation], in: article)[0]
    #expect(!strict.isFound && strict.sources.isEmpty && strict.alternatives.count == 1)
    tracer.minimumConfidence = 0
    let lenient = try tracer.traces(of: [quotation], in: article)[0]
    #expect(lenient.isFound && lenient.confidence == strict.confidence)
    #expect(lenient.sources == strict.alternatives[0])
  }

  @Test func `without a lexicon names, numbers and cognates are left to go by`() throws {
    let article = try Articles.segmented(
      "“In Almería 4520 tourists visited the cathedral with Ibarra.”", "en")
    let source = try transcript(
      "MARCELA IBARRA: Llegó la lluvia. En Almería 4520 turistas visitaron la catedral con Ibarra.")
    let tracer = try QuotationTracer(
      transcripts: [source], language: LanguageTag("es"), lexicons: [])
    let traces = try tracer.traces(
      of: [Quotation(span: Articles.marked(in: article)[0].span, kind: .direct)], in: article)
    expectSound(traces, article, [source])
    let best = traces[0].isFound ? traces[0].sources : traces[0].alternatives.first ?? []
    #expect(best.map { source.text.text[$0.span] }.joined().contains("Almería 4520 turistas"))
  }
}
