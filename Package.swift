// swift-tools-version: 6.2

import PackageDescription

// Every Swift target is built with the same rules: language mode 6 (set below for the package),
// `any` spelled out, an import for each module whose members are used, imports internal unless said.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A release of the program carries Swift's libraries within itself: loading them takes several times
// as long as aligning a short document. Tests, which load the testing library, share theirs. Foundation
// comes with Yams.
let foundation = [
  "Foundation", "FoundationInternationalization", "FoundationEssentials", "CoreFoundation",
  "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
]
let programSettings: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-use-ld=lld", "-Xlinker", "--start-group"] + foundation.map { "-l\($0)" }
      + ["-Xlinker", "--end-group"], .when(platforms: [.linux], configuration: .release))
]

// Data flows one way, down this list: a target may depend only on targets above it.
let package = Package(
  name: "cotejo",
  products: [
    .library(name: "Cotejo", targets: ["Cotejo"]),
    .library(name: "CotejoEncoder", targets: ["CotejoEncoder"]),
    .executable(name: "cotejo", targets: ["CotejoCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Link flags only; the headers are read by CICU alone.
    .systemLibrary(name: "ICUPackage", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CICU", dependencies: ["ICUPackage"]),
    .target(
      name: "CotejoICU", dependencies: ["CICU"], swiftSettings: settings + [.strictMemorySafety()]),
    // SHA-256 by the processor's own instructions, which Swift has no words for.
    .target(name: "CDigest"),
    .target(
      name: "CotejoText", dependencies: ["CDigest", "CExpat", "CotejoICU"],
      resources: [.copy("Resources")],
      swiftSettings: settings),
    .target(
      name: "CotejoLexicon", dependencies: ["CotejoICU", "CotejoText"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .target(
      name: "CotejoAlignment", dependencies: ["CotejoICU", "CotejoText", "CotejoLexicon"],
      swiftSettings: settings),
    .target(
      name: "CotejoFidelity",
      dependencies: ["CotejoICU", "CotejoText", "CotejoLexicon", "CotejoAlignment"],
      resources: [.copy("Resources")], swiftSettings: settings),
    .target(
      name: "CotejoQuotation",
      dependencies: ["CotejoICU", "CotejoText", "CotejoLexicon", "CotejoAlignment"],
      swiftSettings: settings),
    .target(
      name: "CotejoFormats",
      dependencies: [
        "CotejoText", "CotejoAlignment", "CotejoFidelity", "CotejoQuotation", "CExpat", "CZlib",
      ],
      swiftSettings: settings),
    .target(
      name: "CotejoPipeline",
      dependencies: [
        "CotejoAlignment", "CotejoFidelity", "CotejoFormats", "CotejoICU", "CotejoLexicon",
        "CotejoQuotation", "CotejoText", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    // Not under the umbrella: it alone has a network stack, libcurl, which it loads when it first asks.
    .target(name: "CCurl"),
    .target(
      name: "CotejoEncoder",
      dependencies: ["CCurl", "CotejoAlignment", "CotejoFormats", "CotejoText"],
      swiftSettings: settings),
    // Settings of the C library's allocator, for the program alone.
    .target(name: "CAllocator"),
    // The umbrella and the command differ in more than case, for file systems that fold it.
    .target(
      name: "Cotejo",
      dependencies: [
        "CotejoText", "CotejoLexicon", "CotejoAlignment", "CotejoFidelity", "CotejoQuotation",
        "CotejoFormats", "CotejoPipeline",
      ],
      path: "Sources/CotejoUmbrella",
      swiftSettings: settings),
    .executableTarget(
      name: "CotejoCommand",
      dependencies: [
        "CAllocator", "Cotejo", "CotejoEncoder",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/cotejo",
      swiftSettings: settings,
      linkerSettings: programSettings),
    // What tests of several targets use; a regular target, as test targets cannot share one another.
    .target(
      name: "CotejoTestSupport", path: "Tests/CotejoTestSupport", swiftSettings: settings),
    .testTarget(
      name: "CotejoICUTests", dependencies: ["CotejoICU", "CotejoTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoTextTests",
      dependencies: ["CDigest", "CotejoICU", "CotejoText", "CotejoTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoLexiconTests",
      dependencies: ["CotejoText", "CotejoLexicon", "CotejoTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoAlignmentTests",
      dependencies: ["CotejoText", "CotejoLexicon", "CotejoAlignment", "CotejoTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoFidelityTests",
      dependencies: [
        "CotejoText", "CotejoLexicon", "CotejoAlignment", "CotejoFidelity", "CotejoTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoQuotationTests",
      dependencies: [
        "CotejoText", "CotejoLexicon", "CotejoAlignment", "CotejoQuotation", "CotejoTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoFormatsTests",
      dependencies: [
        "CotejoText", "CotejoAlignment", "CotejoFidelity", "CotejoQuotation", "CotejoFormats",
        "CotejoTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoPipelineTests",
      dependencies: [
        "CotejoAlignment", "CotejoFidelity", "CotejoFormats", "CotejoLexicon", "CotejoPipeline",
        "CotejoQuotation", "CotejoText", "CotejoTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CotejoEncoderTests",
      dependencies: [
        "CotejoAlignment", "CotejoEncoder", "CotejoFormats", "CotejoText", "CotejoTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Cotejo", "CotejoCommand", "CotejoPipeline", "CotejoTestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
