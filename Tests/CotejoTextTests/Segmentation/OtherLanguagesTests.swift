import Testing

@testable import CotejoText

/// What the packs other than Spanish and English add to the rules that hold for any language.
struct OtherLanguagesTests {
  @Test(
    arguments: [
      ("pt", "A Sra. Lopes leu a pág. 3.| O Sr. Reis não."),
      ("pt", "O Des. Abreu citou o art. 5 e o séc. XIX.| O Côn. Melo ouviu."),
      ("pt", "Trouxe pão, queijo, etc.| Nasceu em 80 a. C. em Évora.| Depois saiu."),
      ("pt", "A Silva & Irmãos, Lda. Porto, fechou em set.| Hoje é uma S. A.| Ninguém reclamou."),
      ("pt", "No dia 3 de maio A. J. Reis pagou 2.500,75 euros.| Foi caro."),
      ("pt", "A mãe viu-o.| Chamou-a.| O filho fugiu."),
      ("pt", "«Não vou.| Fico aqui», disse Ana.| E ficou."),
      ("pt", "— Vens?|\n— Não — disse ela.|\n— Fico."),
      ("fr", "M. Roy est arrivé vers 300 av. J.-C. à Rome.| Il a dit : « Non. »| Puis il partit."),
      ("fr", "Mmes. Lenoir et Petit citent l'art. 4, al. 2.| Le Card. Blanc se tait."),
      ("fr", "Des pommes, des poires, etc.| Le reste suit."),
      ("fr", "La Sté. Martin ferme en sept. Paris l'ignore.| Cf. Durand, p. 12."),
      ("fr", "Le 1er mai, J. P. Roux paya 2 500,75 euros.| C'est cher."),
      ("it", "Il dott. Neri vide, ad es., l'art. 3.| Nel 300 a.C. nacque Roma."),
      ("it", "Il geom. Bruni e la Dott.ssa Verdi citano la sez. 4.| L'On. Rossi no."),
      ("it", "Pane, vino, ecc.| La cena è pronta."),
      ("it", "Verrà mar. 14 luglio.| Poi parte."),
      ("it", "Il 2 giugno G. B. Neri pagò 2.500,75 euros.| Era caro."),
      ("it", "«Non vengo.| Resto», disse Ada.| E restò."),
      ("de", "Am 3. Oktober kam Dr. Roth.| Es war z. B. kalt.| 2003 ging er."),
      ("de", "Das war um 300 v. Chr. in Rom.| Heute nicht."),
      ("de", "Bis zum 1. Mai zahlt die Fa. Kern 2.500,75 Euro.| Danach nichts."),
      ("de", "Abg. Lenz und Pfr. Holm lesen Rn. 12 und Abschn. 4.| Niemand hört zu."),
      ("de", "Äpfel, Birnen usw.| Der Rest folgt."),
      ("de", "Er kam mit Max.| Anna blieb bei J. B. Kern.| Max. 12 Gäste kamen."),
      ("de", "„Ich gehe.| Du bleibst“, sagte Uwe.| Sie blieb."),
      ("ca", "La Sra. Puig llegeix la pàg. 3.| El Dr. Roca no."),
      ("ca", "El Mn. Serra i l'Hble. Vila viuen a l'av. Diagonal, núm. 12.| Avui no hi són."),
      ("ca", "Porta pa, vi, etc.| Demà tornarà.| Va néixer el 80 a. C. a Tarragona."),
      ("ca", "L'any 2001 va fundar Roca, S. L. Barcelona l'ignora.| Treballava als EUA.| Ara no."),
      ("ca", "L'1 de maig J. M. Pons va pagar 2.500,75 euros.| Era car."),
      ("ca", "Són les set.| Marta arriba.| L'han vist el set. 4."),
      ("ca", "«No hi vaig.| Em quedo», va dir l'Anna.| I es va quedar."),
      ("ca", "—Véns?|\n—No —digué ella.|\n—Em quedo."),
      ("gl", "A Sra. Castro leu a páx. 3.| O Dr. Lema non."),
      ("gl", "O Excmo. Sr. Rei vive na avda. Galicia, núm. 12.| Hoxe non está."),
      ("gl", "Trouxo pan, viño, etc.| Mañá volve.| Naceu no 80 a. C. en Lugo."),
      ("gl", "En 2001 fundou Lema, S. L. Vigo ignórao.| Viviu nos EE. UU.| Ninguén o sabe."),
      ("gl", "O 1 de maio X. M. Pena pagou 2.500,75 euros.| Era caro."),
      ("gl", "Mergullouse no mar.| Marta viuno.| Chamou-o.| Ana ría."),
      ("gl", "«Non vou.| Quedo aquí», dixo Ana.| E quedou."),
      ("gl", "—Vés?|\n—Non —dixo ela.|\n—Quedo."),
    ] as [(String, MarkedText)])
  func `packs`(_ language: String, _ text: MarkedText) throws {
    #expect(try segment(text, language: language) == text.sentences)
  }
}
