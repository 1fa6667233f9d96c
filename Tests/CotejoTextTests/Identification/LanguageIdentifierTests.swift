import CotejoTestSupport
import Testing

@testable import CotejoText

/// The model that comes with the program, read once for all tests.
enum ShippedModel {
  private static let shared = Result { try LanguageModel.shipped() }

  static func model() throws -> LanguageModel { try shared.get() }
  static func identifier() throws -> LanguageIdentifier { LanguageIdentifier(model: try model()) }
}

struct LanguageIdentifierTests {
  /// A sentence in each language that the model tells, and in some that their script tells.
  static let sentences = [
    ("es", "Ayer por la tarde los vecinos cerraron la calle para protestar contra las obras."),
    ("en", "The neighbours closed the street yesterday afternoon because of the noise."),
    ("pt", "Ontem à tarde os vizinhos fecharam a rua para protestar contra as obras."),
    ("fr", "Hier après-midi, les voisins ont fermé la rue pour protester contre les travaux."),
    ("it", "Ieri pomeriggio i vicini hanno chiuso la strada per protestare contro i lavori."),
    ("de", "Gestern Nachmittag sperrten die Nachbarn die Straße, weil ihnen der Lärm zu viel war."),
    ("ca", "Ahir a la tarda els veïns van tancar el carrer per protestar contra les obres."),
    ("gl", "Onte pola tarde os veciños pecharon a rúa para protestar contra as obras."),
    ("eu", "Atzo arratsaldean bizilagunek kalea itxi zuten, obren zaratak nazkatuta zeudelako."),
    (
      "nl",
      "Gistermiddag hebben de buren de straat afgesloten omdat ze genoeg hadden van het lawaai."
    ),
    ("sv", "I går eftermiddag stängde grannarna gatan för att de var trötta på allt buller."),
    ("da", "I går eftermiddags lukkede naboerne gaden, fordi de var trætte af al den støj."),
    ("nb", "I går ettermiddag stengte naboene gata fordi de var lei av all støyen."),
    ("fi", "Naapurit sulkivat kadun eilen iltapäivällä, koska he olivat väsyneet meluun."),
    ("is", "Í gær lokuðu nágrannarnir götunni vegna þess að þeir voru þreyttir á hávaðanum."),
    ("pl", "Wczoraj po południu sąsiedzi zamknęli ulicę, bo mieli już dość hałasu."),
    ("cs", "Včera odpoledne sousedé uzavřeli ulici, protože už měli dost hluku."),
    ("sk", "Včera popoludní susedia uzavreli ulicu, pretože už mali dosť hluku."),
    ("sl", "Včeraj popoldne so sosedje zaprli ulico, ker jim je bilo hrupa že dovolj."),
    ("hr", "Jučer poslijepodne susjedi su zatvorili ulicu jer im je bilo dosta buke."),
    ("hu", "Tegnap délután a szomszédok lezárták az utcát, mert elegük volt a zajból."),
    ("ro", "Ieri după-amiază vecinii au închis strada pentru că se săturaseră de zgomot."),
    ("et", "Eile pärastlõunal sulgesid naabrid tänava, sest neil oli mürast kõrini."),
    ("lt", "Vakar po pietų kaimynai uždarė gatvę, nes jiems buvo nusibodęs triukšmas."),
    ("lv", "Vakar pēcpusdienā kaimiņi slēdza ielu, jo viņiem bija apnicis troksnis."),
    ("tr", "Dün öğleden sonra komşular gürültüden bıktıkları için sokağı kapattılar."),
    ("el", "Χθες το απόγευμα οι γείτονες έκλεισαν τον δρόμο εξαιτίας του θορύβου."),
    ("bg", "Вчера следобед съседите затвориха улицата, защото им беше омръзнал шумът."),
    ("ru", "Вчера днём соседи перекрыли улицу, потому что им надоел шум."),
    ("uk", "Учора по обіді сусіди перекрили вулицю, бо їм набрид шум."),
    ("ja", "昨日の午後、近所の人たちは騒音のために道を閉鎖した。"),
    ("zh", "昨天下午邻居们因为噪音封锁了街道。"),
    ("ko", "어제 오후 이웃들은 소음 때문에 길을 막았다."),
    ("he", "אתמול אחר הצהריים סגרו השכנים את הרחוב בגלל הרעש."),
    ("ka", "გუშინ შუადღისას მეზობლებმა ქუჩა გადაკეტეს."),
  ]

  @Test(arguments: sentences)
  func `tells the language of a sentence`(_ language: String, _ sentence: String) throws {
    var identifier = try ShippedModel.identifier()
    let found = identifier.identify(sentence.utf8Span.span)
    #expect(found.best.language.description == language)
    #expect(found.best.confidence > 0.6)
    #expect(found.words >= 8)
  }

  @Test func `every language of the model has its sentence`() throws {
    let tested = Set(Self.sentences.map { $0.0 })
    #expect(try ShippedModel.model().languages.allSatisfy { tested.contains($0.description) })
  }

  @Test(arguments: ["", " \n\t", "12 345,6 % (7) — …", "🎉🎉", "ـ"])
  func `text without letters is of no language`(_ text: String) throws {
    var identifier = try ShippedModel.identifier()
    let found = identifier.identify(text.utf8Span.span)
    #expect(found.best == LanguageGuess(language: .undetermined, confidence: 0))
    #expect(found.contradiction(to: try LanguageTag("es"), model: identifier.model) == nil)
  }

  @Test(arguments: [("مرحبا بالعالم", "und"), ("नमस्ते दुनिया", "und")])
  func `a script of many languages tells none`(_ text: String, _ language: String) throws {
    var identifier = try ShippedModel.identifier()
    let found = identifier.identify(text.utf8Span.span)
    #expect(found.best.language.language == language)
    #expect(found.candidates.first?.language.description.hasPrefix("und-") == true)
  }

  @Test func `capitals and typeset apostrophes change nothing`() throws {
    var identifier = try ShippedModel.identifier()
    let plain = identifier.identify("l'eau n'est pas chère à l'école".utf8Span.span)
    let capital = identifier.identify("L’EAU N’EST PAS CHÈRE À L’ÉCOLE".utf8Span.span)
    #expect(capital.candidates == plain.candidates)
    #expect((plain.words, plain.plainWords) == (9, 9))
    #expect((capital.words, capital.plainWords) == (9, 0))
  }

  @Test func `only languages that are possible are found`() throws {
    var identifier = try ShippedModel.identifier()
    let text = "Onte pola tarde os veciños pecharon a rúa"
    let among: Set = [try LanguageTag("es-MX"), try LanguageTag("pt")]
    let found = identifier.identify(text.utf8Span.span, among: among)
    #expect(Set(found.candidates.map(\.language.description)) == ["es", "pt"])
    #expect(abs(found.candidates.reduce(0) { $0 + $1.confidence } - 1) < 1e-9)
    #expect(
      identifier.identify("Χθες".utf8Span.span, among: [try LanguageTag("ja")]).candidates.isEmpty)
    let norwegian = identifier.identify(
      "Vi skal ikke gjøre noe".utf8Span.span, among: [try LanguageTag("no"), try LanguageTag("es")])
    #expect(norwegian.best.language.description == "nb")
  }

  @Test func `probabilities are ranked and add up`() throws {
    var identifier = try ShippedModel.identifier()
    let found = identifier.identify("la casa de".utf8Span.span)
    #expect(found.candidates.count == identifier.model.languages.count)
    #expect(abs(found.candidates.reduce(0) { $0 + $1.confidence } - 1) < 1e-9)
    #expect(
      zip(found.candidates, found.candidates.dropFirst()).allSatisfy {
        $0.confidence >= $1.confidence
      })
  }

  @Test func `a long text is as sure as any and does not overflow`() throws {
    var identifier = try ShippedModel.identifier()
    let sentence = "Los vecinos cerraron la calle para protestar contra las obras. "
    let text = String(repeating: sentence, count: 20_000)
    let best = identifier.identify(text.utf8Span.span).best
    #expect(best.language.description == "es")
    #expect(best.confidence > 0.9999)
  }

  @Test func `what was read before changes nothing`() throws {
    var used = try ShippedModel.identifier()
    var numbers = SeededGenerator(seed: 5)
    for (_, sentence) in Self.sentences.shuffled(using: &numbers) {
      var fresh = try ShippedModel.identifier()
      #expect(
        used.identify(sentence.utf8Span.span) == fresh.identify(sentence.utf8Span.span))
    }
  }

  @Test func `tasks that share a model agree`() async throws {
    let model = try ShippedModel.model()
    let expected = Self.sentences.map { $0.0 }
    let answers = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var identifier = LanguageIdentifier(model: model)
          return Self.sentences.map {
            identifier.identify($0.1.utf8Span.span).best.language.description
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: expected, count: 8))
  }

  @Test func `any text is taken, and its stretches lie in it in order`() throws {
    var identifier = try ShippedModel.identifier()
    var numbers = SeededGenerator(seed: 77)
    for round in 0..<400 {
      let text = numbers.text(upTo: round)
      let span = text.utf8Span.span
      let found = identifier.identify(span)
      #expect(found.candidates.allSatisfy { (0...1.000_001).contains($0.confidence) })
      var end: Int32 = 0
      for stretch in identifier.spans(of: span) {
        #expect(stretch.span.lower >= end && stretch.span.lower < stretch.span.upper)
        #expect(Int(stretch.span.upper) <= span.count && stretch.words > 0)
        #expect((0...1.000_001).contains(stretch.guess.confidence))
        end = stretch.span.upper
      }
    }
  }

  @Test func `a contradiction is told only where it is clear`() throws {
    var identifier = try ShippedModel.identifier()
    let (es, en) = (try LanguageTag("es-MX"), try LanguageTag("en"))
    func contradiction(_ text: String, _ language: LanguageTag) -> String? {
      identifier.identify(text.utf8Span.span).contradiction(to: language, model: identifier.model)?
        .language.description
    }
    let spanish = "Los vecinos cerraron la calle para protestar contra las obras."
    #expect(contradiction(spanish, en) == "es")
    #expect(contradiction(spanish, es) == nil)
    #expect(contradiction("Museo del Prado", en) == nil)
    #expect(contradiction("Pedro Almodóvar and Penélope Cruz in Madrid", en) == nil)
    #expect(contradiction(spanish, try LanguageTag("sw")) == nil)
    #expect(contradiction("昨日の午後、道を閉鎖した。", es) == "ja")
    #expect(contradiction(spanish, try LanguageTag("ja")) == "es")
  }
}
