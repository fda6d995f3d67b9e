package import Forms
package import PortfolioModel

/// A form that came back: the answers and comments in it, and what is wrong with some of its cells.
package struct ReturnedForm: Sendable {
  /// A vote in a row of the voting form.
  package struct Answer: Hashable, Sendable {
    /// The cell that names the body; empty where it names none.
    package let body: String
    /// Nil for all proposals together.
    package let proposal: Int?
    package let vote: Vote
    package let place: FormPlace
    package let bodyPlace: FormPlace
  }

  /// A comment in a row of either form.
  package struct Remark: Hashable, Sendable {
    package let body: String
    package let comment: Comment
    package let place: FormPlace
    package let bodyPlace: FormPlace
  }

  package enum Kind: Hashable, Sendable { case votes, comments }

  package let file: String
  package let kind: Kind
  package internal(set) var answers: [Answer] = []
  package internal(set) var remarks: [Remark] = []
  /// What is wrong, in the order of the rows.
  package internal(set) var findings: [FormFinding] = []
  /// What was read in a way that its sender should know of.
  package let notes: [FormRemark]

  /// Reads a form, whose headings say which one it is.
  ///
  /// - Throws: A problem where the file can't be read, or has the headings of neither form.
  package init(
    reading bytes: [UInt8], file: String, for ballot: Ballot
  ) throws(FormProblem) {
    self.file = file
    var problem: FormProblem
    do throws(FormProblem) {
      let sheet = try Sheet(reading: bytes, file: file, expecting: VotingForm.columns)
      kind = .votes
      notes = sheet.remarks
      for row in sheet.rows { add(row, ballot) }
      return
    } catch {
      guard case .hasOtherColumns = error.fault else { throw error }
      problem = error
    }
    do throws(FormProblem) {
      let sheet = try Sheet(reading: bytes, file: file, expecting: CommentForm.columns)
      kind = .comments
      notes = sheet.remarks
      for row in sheet.rows { add(row, ballot) }
    } catch {
      throw ReturnedForm.nearer(problem, error)
    }
  }

  /// The problem of the form that the file is more like.
  private static func nearer(_ voting: FormProblem, _ comments: FormProblem) -> FormProblem {
    guard case .hasOtherColumns(let answers, let found) = voting.fault,
      case .hasOtherColumns(_, let others) = comments.fault
    else { return comments }
    let known = Set(answers)
    return found.filter(known.contains).count > 1 && found.count >= others.count
      ? voting : comments
  }
}
