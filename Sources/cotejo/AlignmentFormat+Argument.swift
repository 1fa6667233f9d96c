public import ArgumentParser
public import Cotejo

extension AlignmentFormat: ExpressibleByArgument {}
