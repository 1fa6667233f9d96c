// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "cotejo-benchmarks",
  dependencies: [.package(name: "cotejo", path: "..")],
  targets: [
    .executableTarget(
      name: "cotejo-benchmarks", dependencies: [.product(name: "Cotejo", package: "cotejo")])
  ],
  swiftLanguageModes: [.v6]
)
