import CotejoTestSupport

/// Prose in some languages, long enough to tell which.
enum Prose {
  static let spanish = """
    La ministra dijo ayer en la plaza que el puente nuevo estará listo antes del verano y que nadie \
    tendrá que pagar por cruzarlo. Los vecinos la escucharon sin decir nada, porque ya se lo habían \
    prometido otras veces y el río sigue igual que siempre.

    """
  static let english = """
    The minister said yesterday in the square that the new bridge would be ready before the summer \
    and that nobody would have to pay for crossing it. The neighbours listened without a word, as \
    they had been promised it before and the river is the same as ever.

    """
  static let german = """
    Die Ministerin sagte gestern auf dem Platz, dass die neue Brücke vor dem Sommer fertig sein werde \
    und dass niemand für den Übergang zahlen müsse. Die Nachbarn hörten ihr schweigend zu, weil man \
    es ihnen schon früher versprochen hatte und der Fluss derselbe ist wie immer.

    """
  static let article = """
    The bridge will be free, the minister said. “Nobody will have to pay for crossing it,” she told \
    the people who had come to the square to hear her, and who had heard such things before.

    """

  /// A folder with texts at some paths.
  static func folder(_ files: [String: String]) -> TemporaryFolder {
    let folder = TemporaryFolder()
    for (path, text) in files { folder.write(text, to: path) }
    return folder
  }
}
