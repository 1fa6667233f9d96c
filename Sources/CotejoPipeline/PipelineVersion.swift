/// The version of the pipeline file's schema that this library reads: the value of `cotejo:`.
public let pipelineSchemaVersion = 1
