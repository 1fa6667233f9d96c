internal import Synchronization

extension ResultStore {
  /// The pack that this run adds to.
  func writer(_ writing: inout Writing) throws(PackWriter.Failure) -> PackWriter {
    if let writer = writing.writer { return writer }
    adopt(&writing)
    let writer = try PackWriter(in: folder)
    writing.writer = writer
    writing.synchronized = .now
    let file = writer.file
    state.withLock { state in
      let count = state.table.count
      state.packs.append(Pack(file: file, entries: count..<count))
    }
    return writer
  }

  /// Makes a result known that was written to the last of the packs.
  func note(_ key: ResultKey, at offset: Int, length: Int) {
    state.withLock { state in
      let pack = state.packs.count - 1
      state.table.append(
        ResultTable.Entry(
          key: key, offset: UInt64(offset), length: UInt32(length), pack: UInt32(pack)))
      state.packs[pack].entries = state.packs[pack].entries.lowerBound..<state.table.count
    }
  }

  /// Ends the storing; what was stored can still be found.
  func end(_ writing: inout Writing, _ failure: PackWriter.Failure) {
    guard writing.isAdding else { return }
    writing.isAdding = false
    let notice =
      "\(folder.path): notice: results cannot be stored: \(failure.reason); the run goes on without"
    state.withLock { $0.notices.append(notice) }
  }

  /// Seals what this run added.
  func seal(_ writing: inout Writing) {
    guard let writer = writing.writer else { return }
    writing.writer = nil
    writing.unsynchronized = 0
    let now = FileTime.now
    let entries = state.withLock { state in
      state.packs.last.map { state.packEntries($0.entries, lastUse: now) } ?? []
    }
    do throws(PackWriter.Failure) {
      try writer.seal(entries)
    } catch {
      end(&writing, error)
    }
  }

  /// Seals the packs of dead writers, so that they are read from end to end no more than once.
  func adopt(_ writing: inout Writing) {
    guard !writing.hasAdopted else { return }
    writing.hasAdopted = true
    for pack in state.withLock({ $0.packs }) {
      guard let (end, size) = pack.unsealed,
        let writer = PackWriter(adopting: pack.file.id, in: folder)
      else { continue }
      let (now, written) = writer.file.status
      if now == size {
        let entries = state.withLock { $0.packEntries(pack.entries, lastUse: written) }
        writer.sealOrDiscard(entries, end: end)
      } else {
        // It was added to before the writer died.
        writer.sealOrDiscard()
      }
    }
  }
}

extension ResultStore.State {
  /// Entries as the index of a pack has them.
  func packEntries(_ numbers: Range<Int>, lastUse: UInt32) -> [PackEntry] {
    numbers.map { number in
      let entry = table[number]
      return PackEntry(
        key: entry.key, offset: Int(entry.offset), length: Int(entry.length), lastUse: lastUse)
    }
  }

  /// What this run used of the packs that were there at the opening.
  var usage: ResultUsage {
    var usage = ResultUsage(time: FileTime.now)
    for pack in packs where pack.entries.upperBound <= known {
      var bits = ResultUsage.Bits(count: pack.entries.count)
      for (record, number) in pack.entries.enumerated() where isUsed(number) {
        bits.insert(record)
      }
      if !bits.isEmpty { usage.packs[pack.file.id] = bits }
    }
    return usage
  }
}
