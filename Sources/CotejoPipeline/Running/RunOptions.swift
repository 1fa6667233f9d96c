/// How a run is to be done; nothing of it changes the output.
public struct RunOptions: Sendable {
  /// The output folder; it is made if it is not there.
  public var folder: String
  /// The id of the last stage to do; `nil` for all.
  public var until: String?
  /// How many pairs are worked on at a time, from 1.
  public var jobs: Int
  /// How many bytes of memory the pairs that are worked on may take, by estimate; a pair that needs
  /// more is worked on alone.
  public var memory: Int
  /// The version of the program, for the files that name it.
  public var version: String
  /// The folder where results of stages are kept for later runs; nil to keep none.
  ///
  /// Any number of runs may share it.
  public var resultFolder: String?
  /// Whether a run ends where the results cannot be kept there; otherwise it goes on without.
  public var needsResults: Bool
  /// The output folders of shards, whose results are taken, too.
  public var shards: [ShardRecord] = []
  /// Whether the first document that goes to quarantine ends the run.
  public var failsFast: Bool
  /// The folder where indices of transcripts are kept; nil for one in the user's cache folder.
  ///
  /// Any number of runs may share it, and no result depends on what stands there.
  public var indexFolder: String?

  /// Says how a run is to be done.
  public init(
    folder: String, until: String? = nil, jobs: Int, memory: Int = PairMemory.standardBudget,
    version: String, resultFolder: String? = nil, needsResults: Bool = true,
    failsFast: Bool = false, indexFolder: String? = nil
  ) {
    self.folder = folder
    self.until = until
    self.jobs = max(1, jobs)
    self.memory = memory
    self.version = version
    self.resultFolder = resultFolder
    self.needsResults = needsResults
    self.failsFast = failsFast
    self.indexFolder = indexFolder
  }
}
