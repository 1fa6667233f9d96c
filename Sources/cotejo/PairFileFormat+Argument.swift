public import ArgumentParser
public import Cotejo

extension PairFileFormat: ExpressibleByArgument {}
