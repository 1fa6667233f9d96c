import Testing

@testable import CotejoText

/// What the rules and the English pack make of invented English, rule by rule.
struct EnglishSentencesTests {
  private func expect(_ text: MarkedText) throws {
    #expect(try segment(text, language: "en") == text.sentences)
  }

  @Test(arguments: [
    "Mr. Hale met Dr. Ito.| They talked.",
    "Sen. Ann Roe, R-Fla., left.| Gov. Kim stayed.",
    "He lives in the U.S. Government offices.| She left the U.S.| She is in the U.K. now.",
    "It opens at 9 a.m. on Sundays.| It closes at 6 p.m.| Nobody complains.",
    "No. 12 was ours.| See p. 4, fig. 2 and vol. IX.| No.| Never.",
    "Acme Inc. Chairman Bo Lind quit.| He joined Acme Co.| It failed.",
    "St. Mary's is on Main St. near us.| Ask John Doe Jr.| He knows.",
    "Apples, pears, etc. were sold.| They sold figs, etc.| Nobody knew.",
    "P.S. Bring wine.| Thanks.",
    "On Jan. 5 it froze.| On Sun. 12 it thawed.| It was in the sun.| Nobody minded.",
    "It starts at 10 a.m. (Eastern) today.| Come early.",
  ])
  func `abbreviations end sentences by their class`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "J. K. Ames wrote to T. S. Moore.| He replied.",
    "It was you and I.| Did you meet Al I. Poe?",
    "George W. Lane and U. S. Grant dined.| They paid.",
    "It rose 2.5 percent.| 30 people saw it.",
    "I… I cannot.| We tried…| Then we slept.",
    "Well ... I think so.| Fine.",
    "It went on . . . and on.| It ended.",
  ])
  func `initials, numbers and ellipses`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "“Who is it?” a neighbor asked.| Nobody spoke.",
    "“Who is it?” Ann Roe asked.| Nobody spoke.",
    "“Enough!” Roe shouted.| “Sit down.”",
    "“We agree.| We always did,” she said.",
    "\"This is fine.\" he said.| \"Is it?\"",
    "“This,” she said, “is ours.”| “All of it.”",
    "He asked, “Why?”| She left.",
    "Oh, really? she said.| Yes.",
    "Is it enough (who knows?) and fair?| Yes.",
    "QUESTION: What now?| MAYOR: We wait.",
  ])
  func `quotations and labels`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "are you in?| i am home.| call me later.| thanks.",
    "She works at Wahoo! in sales.| He does not.",
    "See http://a.org/b.php?c=1 and go.| It is http://b.org.| Fine :)| See http://c.org |http://d.org",
    "The govt. says so, approx. the same.",
    "First it rained; I stayed in; The Hague was far.",
  ])
  func `sentences in small letters`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "are there any rooms left?|thanks a lot.| See a.org/find?part=all and b.org/find?now.",
    "i will ask them at lunch.. | Please call me when you get there |We can talk then!!",
    "the food was great and cheap :) |They also sell bread.",
    "are you coming?? |i dont know the way.| call me later",
    "Thanks for the notes, Bo |Please send them to all of us!!",
    "Hi all, |Please read this first!!| It is short.",
  ])
  func `informal text has ends without stops`(_ text: MarkedText) throws {
    try expect(text)
  }

  @Test(arguments: [
    "He read The Old House by the Sea to them.| They slept.",
    "They work for the Ministry of Health and Sport in the North.| It is large.",
    "She is what I call a friend!!| They met in May!!",
    "The New City Times wrote of it on 3 May 2031.| We read it.",
    "i met Ana Lind at the bank of Reading!!",
    "Ask Wahoo! and others.| Or Acme Corp. of Ohio..",
  ])
  func `names in capitals are no starts of sentences`(_ text: MarkedText) throws {
    try expect(text)
  }
}
