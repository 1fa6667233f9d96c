// The whole library under one import.

@_exported public import CotejoAlignment
@_exported public import CotejoFidelity
@_exported public import CotejoFormats
@_exported public import CotejoLexicon
@_exported public import CotejoPipeline
@_exported public import CotejoQuotation
@_exported public import CotejoText
