import CLibzip

/// An archive that came from elsewhere, read within limits.
struct Archive: ~Copyable {
  /// What all files may hold together.
  static let mostBytes = 20 << 20
  static let mostFiles = 200

  private struct Member {
    let index: UInt64
    let size: Int
  }

  private let handle: OpaquePointer
  /// The archive's bytes, which the handle reads from.
  private let memory: UnsafeMutableRawBufferPointer
  private let file: String
  private let members: [String: Member]

  /// The names of all files, sorted.
  var names: [String] { members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Opens an archive and judges the names and sizes in its directory.
  ///
  /// - Parameter file: The name that problems are reported with.
  init(_ bytes: [UInt8], file: String) throws(FormProblem) {
    let place = FormPlace(file: file)
    try FormLibrary.loadZip(for: place)
    guard bytes.count <= Archive.mostBytes else {
      throw FormProblem(.holdsTooMuch(megabytes: Archive.mostBytes >> 20), at: place)
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    do throws(FormProblem) {
      let handle = try Archive.open(memory, at: place)
      do throws(FormProblem) {
        members = try Archive.members(of: handle, file: file)
      } catch {
        zip_discard(handle)
        throw error
      }
      self.handle = handle
    } catch {
      memory.deallocate()
      throw error
    }
    self.memory = memory
    self.file = file
  }

  deinit {
    zip_discard(handle)
    memory.deallocate()
  }

  private static func open(
    _ memory: UnsafeMutableRawBufferPointer, at place: FormPlace
  ) throws(FormProblem) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(memory.baseAddress, UInt64(memory.count), 0, &error)
    if let source, let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) {
      return handle
    }
    if let source { zip_source_free(source) }
    throw FormProblem(.isDamaged(Archive.reason(&error)), at: place)
  }

  private static func reason(_ error: inout zip_error_t) -> String {
    zip_error_strerror(&error).map { String(cString: $0) } ?? "no reason is known"
  }

  private static func members(
    of handle: OpaquePointer, file: String
  ) throws(FormProblem) -> [String: Member] {
    let place = FormPlace(file: file)
    let count = zip_get_num_entries(handle, 0)
    guard count <= mostFiles else {
      throw FormProblem(.holdsTooManyFiles(most: mostFiles), at: place)
    }
    var members: [String: Member] = [:]
    var left = UInt64(mostBytes)
    for index in 0..<UInt64(max(0, count)) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(handle, index, zip_flags_t(ZIP_FL_ENC_RAW), &stat) == 0,
        let text = stat.name
      else {
        throw FormProblem(.isDamaged("its directory can't be read"), at: place)
      }
      let name = String(cString: text)
      if name.utf8.last == UInt8(ascii: "/") { continue }
      guard isPlain(name) else { throw FormProblem(.hasStrangeName(name), at: place) }
      guard stat.encryption_method == 0 else {
        throw FormProblem(.isEncrypted(name), at: place)
      }
      guard stat.size <= left else {
        throw FormProblem(.holdsTooMuch(megabytes: mostBytes >> 20), at: place)
      }
      left -= stat.size
      let member = Member(index: index, size: Int(stat.size))
      guard members.updateValue(member, forKey: name) == nil else {
        throw FormProblem(.hasNameTwice(name), at: place)
      }
    }
    return members
  }

  /// Whether a name stays within the archive and is spelled in one way only.
  private static func isPlain(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !name.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") || $0 < 0x20 }
      && parts.allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }
  }

  /// Whether there is such a file.
  func has(_ name: String) -> Bool { members[name] != nil }

  /// Unpacks a file, or returns nil where there is none. What unpacks to another size than its
  /// directory says, or has another checksum, is damaged.
  func content(of name: String) throws(FormProblem) -> [UInt8]? {
    guard let member = members[name] else { return nil }
    let place = FormPlace(file: file, area: .part(name))
    guard let opened = zip_fopen_index(handle, member.index, 0) else {
      throw FormProblem(.isDamaged("it can't be unpacked"), at: place)
    }
    defer { zip_fclose(opened) }
    // One byte more than there should be shows whether there are more; at the end the checksum is
    // compared.
    var bytes = [UInt8](repeating: 0, count: member.size + 1)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes {
        zip_fread(opened, $0.baseAddress.map { $0 + count }, UInt64($0.count - count))
      }
      guard read >= 0 else {
        throw FormProblem(.isDamaged("its packed bytes or checksum are wrong"), at: place)
      }
      if read == 0 { break }
      count += Int(read)
    }
    guard count == member.size else {
      throw FormProblem(.isDamaged("it has another size than is said"), at: place)
    }
    bytes.removeLast()
    return bytes
  }
}
